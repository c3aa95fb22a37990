import type { Actor } from '@jiedui/shared/access';
import { type Day, dayOf } from '@jiedui/shared/calendar';
import { fieldError } from '@jiedui/shared/model';
import { type CellState, cellState } from '@jiedui/shared/programme';
import { clock } from '../clock';
import { Refusal } from '../guard/errors';
import { reader } from '../read/reader';
import { askedRule } from './asked';
import { boundParties, groupOf, windowOf } from './parties';

type Query = Record<string, unknown>;
type Counts = Record<CellState, number>;
type GroupRow = { id: string | null; name: string | null; windows: ({ no: number } & Counts)[] };

const MOST_ROWS = 20_000;

/**
 * How many cells of a rule stand how, by window and, if asked, by group. Cells of one window that have the same counts
 * stand alike, so the database counts them by that and `cellState` says how they stand.
 */
export async function ledgerOverview(actor: Actor, query: Query) {
  const { edition, rule, ruleNo } = await askedRule(actor, query);
  const { per } = rule.who;
  const group = query.by === undefined ? null : groupOf(per, query.by);
  if (query.by !== undefined && !group)
    throw new Refusal(400, 'BAD_QUERY', { errors: [fieldError(['by'], 'BAD_QUERY')] });
  const { from, where } = boundParties(actor, rule, query);
  const today = dayOf(clock().now());
  const { to, owed } = windowOf(per);
  const reach = (count: string) => `CASE WHEN ${count} >= ? THEN 1 ELSE 0 END`;
  const rows = await reader().all(
    `SELECT w.window_no AS no, ${group ? `${group.id} AS gid, ${group.name} AS gname,` : ''}
            CASE WHEN ${to} < ? THEN 1 ELSE 0 END AS over,
            ${reach('coalesce(c.in_time, 0)')} AS met, ${reach('coalesce(c.in_time + c.late, 0)')} AS reached,
            count(*) AS n
     FROM ${from} JOIN ledger_windows w ON w.edition_id = ? AND w.rule_no = ?
     LEFT JOIN ledger_counts c ON c.edition_id = w.edition_id AND c.rule_no = w.rule_no
       AND c.party_id = t.id AND c.window_no = w.window_no
     WHERE ${owed} AND ${where.text}
     GROUP BY 1, 2, 3, 4${group ? ', 5, 6' : ''} LIMIT ${MOST_ROWS}`,
    [today, rule.minimum, rule.minimum, edition.id, ruleNo, ...where.params],
  );
  return {
    rule,
    windows: await windowsOf(edition.id, ruleNo),
    today,
    groups: grouped(rows),
  };
}

async function windowsOf(
  edition: number,
  ruleNo: number,
): Promise<{ no: number; key: string; from: Day; to: Day }[]> {
  const rows = await reader().all(
    'SELECT window_no, key, from_day, to_day FROM ledger_windows WHERE edition_id = ? AND rule_no = ? ORDER BY window_no',
    [edition, ruleNo],
  );
  return rows.map((row) => ({
    no: Number(row.window_no),
    key: String(row.key),
    from: String(row.from_day),
    to: String(row.to_day),
  }));
}

function grouped(rows: readonly Record<string, unknown>[]): GroupRow[] {
  const groups = new Map<unknown, { row: GroupRow; windows: Map<number, Counts> }>();
  for (const row of rows) {
    const id = (row.gid ?? null) as string | null;
    const group = groups.get(id) ?? {
      row: { id, name: (row.gname ?? null) as string | null, windows: [] },
      windows: new Map(),
    };
    groups.set(id, group);
    const no = Number(row.no);
    const counts = group.windows.get(no) ?? { met: 0, metLate: 0, missed: 0, excused: 0, notYet: 0 };
    group.windows.set(no, counts);
    counts[stateOf(row)] += Number(row.n);
  }
  return [...groups.values()].map(({ row, windows }) => ({
    ...row,
    windows: [...windows].sort(([one], [other]) => one - other).map(([no, counts]) => ({ no, ...counts })),
  }));
}

/** A cell by whether the minimum was reached in time, or at all: as counts of a minimum of one. */
function stateOf({ met, reached, over }: Record<string, unknown>): CellState {
  const inTime = Number(met);
  return cellState({
    minimum: 1,
    inTime,
    late: Number(reached) - inTime,
    excused: false,
    over: Number(over) === 1,
  });
}
