import { rateFigure } from '@jiedui/shared/metric';
import type { CadenceRule } from '@jiedui/shared/programme';
import { currentEdition } from '../../ledger/asked';
import type { Edition } from '../../ledger/edition';
import { boundSql, windowOf } from '../../ledger/party-sql';
import { amongIds } from '../../read/reader';
import type { Sql } from '../../read/scope-sql';
import { daysOf } from './activities';
import type { Asked, FigureSource } from './source';

const PARTY = {
  pairing: 'pairings t JOIN units gu ON gu.id = t.unit_id',
  unit: 'units t JOIN units gu ON gu.id = t.id',
} as const;

type UnitParty = keyof typeof PARTY;
type Whose = Pick<Asked, 'units' | 'period' | 'today'>;

/** The cells of the ledger that are over in the period; what was reported late was met all the same. */
export const cadenceDuties: FigureSource = {
  gives: {
    focusWeekRate: (n) => rateFigure(n('focus_met'), n('focus_owed')),
    cadenceRate: (n) => rateFigure(n('met'), n('owed')),
  },
  async sql(asked, run) {
    const edition = await currentEdition(run);
    const cells = edition && cellsByRule(edition, asked);
    if (!cells) return null;
    return {
      text: `SELECT x.unit, sum(x.owed) AS owed, sum(x.met) AS met,
          sum(x.owed * x.focus) AS focus_owed, sum(x.met * x.focus) AS focus_met
        FROM (${cells.text}) x GROUP BY x.unit`,
      params: cells.params,
    };
  },
};

/**
 * How many cells of each rule are over and owed by each unit or its pairings, and how many of them were met; null where
 * no rule concerns units. What was excused and not met is not owed.
 */
export function cellsByRule(edition: Edition, whose: Whose): Sql | null {
  const branches = edition.rules.flatMap((rule, no) =>
    rule.who.per === 'station' ? [] : [cellsOfRule(edition, rule, no, rule.who.per, whose)],
  );
  if (branches.length === 0) return null;
  return {
    text: branches.map(({ text }) => text).join(' UNION ALL '),
    params: branches.flatMap(({ params }) => params),
  };
}

function cellsOfRule(
  edition: Edition,
  rule: CadenceRule,
  no: number,
  per: UnitParty,
  { units, period, today }: Whose,
): Sql {
  const bound = boundSql(rule);
  const among = amongIds('gu.id', units);
  const counted = 'coalesce(c.in_time + c.late, 0)';
  return {
    text: `SELECT gu.id AS unit, ${no} AS rule_no, ${rule.period === 'focusWeek' ? 1 : 0} AS focus,
        count(*) AS owed, sum(CASE WHEN ${counted} >= ? THEN 1 ELSE 0 END) AS met
      FROM ${PARTY[per]} JOIN ledger_windows w ON w.edition_id = ? AND w.rule_no = ?
      LEFT JOIN ledger_counts c ON c.edition_id = w.edition_id AND c.rule_no = w.rule_no
        AND c.party_id = t.id AND c.window_no = w.window_no
      LEFT JOIN ledger_excused e ON e.edition_id = w.edition_id AND e.rule_no = w.rule_no
        AND e.party_id = t.id AND e.window_no = w.window_no
      WHERE ${windowOf(per).owed} AND ${bound.text} AND ${among.text}
        AND w.to_day BETWEEN ? AND ? AND w.to_day < ? AND (e.party_id IS NULL OR ${counted} >= ?)
      GROUP BY gu.id`,
    params: [
      rule.minimum,
      edition.id,
      no,
      ...bound.params,
      ...among.params,
      ...daysOf(period),
      today,
      rule.minimum,
    ],
  };
}
