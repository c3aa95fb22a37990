import type { Actor } from '@jiedui/shared/access';
import { type UnitInputs, type UnitOutcome, type UnitReport, unitReportOf } from '@jiedui/shared/round';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { classWords } from './bulletin';
import { publishedInputsOf } from './published-inputs';
import { type PublishedResult, publishedById, publishedUnits, readPublished } from './published-result';
import { type IssuedReport, unitReportDocument } from './unit-report-document';

/** A report as a file: how it is called and what is in it. */
export type ReportFile = { name: string; content: Buffer };

const EMPTY: UnitInputs = { sheets: [], metrics: {} };

function reportOf(
  { round, frozen }: PublishedResult,
  unit: UnitOutcome,
  units: readonly UnitOutcome[],
  inputs: UnitInputs,
): UnitReport {
  const peers = units.filter(({ unitClass }) => unitClass === unit.unitClass);
  const className = classWords(unit.unitClass);
  return unitReportOf({ round, rubric: frozen.rubric, unit, inputs, peers, className });
}

const issued = (result: PublishedResult, report: UnitReport): IssuedReport => {
  const { number, last, signedAt, outcomeHash, round } = result;
  return { report, issuer: round.issuer, signedAt, number, last, outcomeHash };
};

/** No name of a file holds a sign that some system refuses. */
const fileName = (name: string): string => name.replace(/[\\/:*?"<>|]/g, '_').slice(0, 80);

/** The report of one unit's published result, for whoever may read that result. */
export async function unitReport(actor: Actor, documentId: string): Promise<ReportFile> {
  const record = await findRecord(modelOf('unit-result'), actor, documentId, { fields: ['figures'] });
  const unit = record.figures as UnitOutcome;
  const [row] = await reader().all('SELECT result_id FROM unit_results WHERE id = ?', [record.id]);
  const result = await publishedById(Number(row?.result_id));
  const units = await publishedUnits(result.id);
  const inputs = (await publishedInputsOf(result.id, [unit.unit])).get(unit.unit) ?? EMPTY;
  const content = await unitReportDocument(issued(result, reportOf(result, unit, units, inputs)));
  return { name: `测评结果告知书-${fileName(unit.name)}-第${result.number}号.docx`, content };
}

/** The reports of all units of a result, one by one as they are taken; `number` is the result's. */
export async function unitReports(actor: Actor, resultId: string) {
  const result = await readPublished(actor, resultId);
  const units = await publishedUnits(result.id);
  const file = async (unit: UnitOutcome, at: number): Promise<ReportFile> => {
    const inputs = (await publishedInputsOf(result.id, [unit.unit])).get(unit.unit) ?? EMPTY;
    const content = await unitReportDocument(issued(result, reportOf(result, unit, units, inputs)));
    return { name: `${String(at + 1).padStart(3, '0')}-${fileName(unit.name)}.docx`, content };
  };
  return { result, count: units.length, files: units.map((unit, at) => () => file(unit, at)) };
}
