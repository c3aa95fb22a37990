import { scopeOf } from '@jiedui/shared/access';
import { dayOf } from '@jiedui/shared/calendar';
import { type FilingStanding, STANDING_WORDS } from '@jiedui/shared/filing';
import { FIRST_DAY, figureWords, type JudgedPeriod, rateFigure } from '@jiedui/shared/metric';
import type { EvidenceItem } from '@jiedui/shared/rubric';
import { clock } from '../../clock';
import { dutiesOf } from '../../filing/duties';
import { standingsSql } from '../../filing/standings';
import { currentEdition } from '../../ledger/asked';
import { modelOf } from '../../read/model';
import { reader } from '../../read/reader';
import { scopeSql } from '../../read/scope-sql';
import { cellsByRule } from '../figures/duties';
import { type EvidenceReader, plain } from './list';

/** The duties of the cadence rules that are over: for each rule how many were met. */
export const ledgerEvidence: EvidenceReader = async ({ unit, period }) => {
  const edition = await currentEdition();
  const sql = edition && cellsByRule(edition, { units: [unit], period, today: dayOf(clock().now()) });
  const rows = sql ? await reader().all(sql.text, sql.params) : [];
  const items = rows.flatMap((row): EvidenceItem[] => {
    const rule = edition?.rules[Number(row.rule_no)];
    if (!rule) return [];
    const note = figureWords('cadenceRate', rateFigure(Number(row.met), Number(row.owed)));
    const categories = rule.what === 'any' ? null : rule.what;
    return [{ documentId: null, title: rule.words, day: null, categories, note }];
  });
  const owed = rows.reduce((sum, row) => sum + Number(row.owed), 0);
  return { counts: owed > 0 ? [{ category: null, n: owed }] : [], items };
};

const isWithinPeriod = (day: string, { from, to }: JudgedPeriod) => day >= (from ?? FIRST_DAY) && day <= to;

/** The reports that the unit owed, and how it stands with each. */
export const filingEvidence: EvidenceReader = async ({ actor, unit, period }) => {
  const today = dayOf(clock().now());
  const duties = (await dutiesOf('report', today, 1)).filter(({ due }) => isWithinPeriod(due.dueOn, period));
  const standings = standingsSql(duties, { units: [unit] }, today);
  if (!standings) return { counts: [], items: [] };
  const scope = scopeSql(modelOf('report'), scopeOf(actor.role, 'read', 'report'), actor, 't');
  const rows = await reader().all(
    `SELECT s.no, s.standing, t.document_id AS readable FROM (${standings.text}) s
     LEFT JOIN reports t ON t.document_id = s.filing${scope ? ` AND ${scope.text}` : ''}
     WHERE s.per = 'unit' ORDER BY s.no DESC`,
    [...standings.params, ...(scope?.params ?? [])],
  );
  const items = rows.flatMap((row): EvidenceItem[] => {
    const duty = duties[Number(row.no)];
    if (!duty) return [];
    return [
      {
        documentId: row.readable === null ? null : String(row.readable),
        title: plain(duty.requirement.title),
        day: duty.due.dueOn,
        categories: null,
        note: STANDING_WORDS[row.standing as FilingStanding],
      },
    ];
  });
  return { counts: items.length > 0 ? [{ category: null, n: items.length }] : [], items };
};
