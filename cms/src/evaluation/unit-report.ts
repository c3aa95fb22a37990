import type { Actor } from '@jiedui/shared/access';
import type { Day } from '@jiedui/shared/calendar';
import { type UnitInputs, type UnitOutcome, type UnitReport, unitReportOf } from '@jiedui/shared/round';
import { pathPart } from '@jiedui/shared/selection';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { classWords } from './bulletin';
import { publishedInputsOf } from './published-inputs';
import { type PublishedResult, publishedById, publishedUnits } from './published-result';
import { type IssuedReport, unitReportDocument } from './unit-report-document';

/** A report as a file: how it is called and what is in it. */
export type ReportFile = { name: string; content: Buffer };

const EMPTY: UnitInputs = { sheets: [], metrics: {} };

function reportOf(
  { round, frozen }: PublishedResult,
  unit: UnitOutcome,
  units: readonly UnitOutcome[],
  inputs: UnitInputs,
  appealBy: Day | null,
): UnitReport {
  const peers = units.filter(({ unitClass }) => unitClass === unit.unitClass);
  const className = classWords(unit.unitClass);
  return unitReportOf({ round, rubric: frozen.rubric, unit, inputs, peers, className, appealBy });
}

const issued = (result: PublishedResult, report: UnitReport): IssuedReport => {
  const { number, last, signedAt, outcomeHash, round } = result;
  return { report, issuer: round.issuer, signedAt, number, last, outcomeHash };
};

/** The report of one unit's published result, for whoever may read that result. */
export async function unitReport(actor: Actor, documentId: string): Promise<ReportFile> {
  const record = await findRecord(modelOf('unit-result'), actor, documentId, {
    fields: ['figures', 'appealBy'],
  });
  const unit = record.figures as UnitOutcome;
  const [row] = await reader().all('SELECT result_id FROM unit_results WHERE id = ?', [record.id]);
  const result = await publishedById(Number(row?.result_id));
  const units = await publishedUnits(result.id);
  const inputs = (await publishedInputsOf(result.id, [unit.unit])).get(unit.unit) ?? EMPTY;
  const appealBy = record.appealBy as Day | null;
  const report = reportOf(result, unit, units, inputs, appealBy);
  const content = await unitReportDocument(issued(result, report));
  return { name: `测评结果告知书-${pathPart(unit.name)}-第${result.number}号.docx`, content };
}

const UNITS_AT_ONCE = 50;

/** The reports of all units of a result, `of` so many, one after the other in the order of their places. */
export async function* unitReports(result: PublishedResult): AsyncGenerator<ReportFile & { of: number }> {
  const units = await publishedUnits(result.id);
  const days = await appealDays(result.id);
  for (let start = 0; start < units.length; start += UNITS_AT_ONCE) {
    const part = units.slice(start, start + UNITS_AT_ONCE);
    const inputs = await publishedInputsOf(
      result.id,
      part.map(({ unit }) => unit),
    );
    for (const [at, unit] of part.entries()) {
      const own = inputs.get(unit.unit) ?? EMPTY;
      const report = reportOf(result, unit, units, own, days.get(unit.unit) ?? null);
      const content = await unitReportDocument(issued(result, report));
      const name = `${String(start + at + 1).padStart(3, '0')}-${pathPart(unit.name)}.docx`;
      yield { name, content, of: units.length };
    }
  }
}

/** The last day of appeal of every unit of a result, by the unit's address. */
async function appealDays(resultId: number): Promise<Map<string, Day | null>> {
  const rows = await reader().all(
    `SELECT u.document_id, r.appeal_by FROM unit_results r JOIN units u ON u.id = r.unit_id WHERE r.result_id = ?`,
    [resultId],
  );
  return new Map(
    rows.map((row) => [String(row.document_id), row.appeal_by === null ? null : String(row.appeal_by)]),
  );
}
