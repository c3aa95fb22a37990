import type { Actor } from '@jiedui/shared/access';
import { type Day, dayOf } from '@jiedui/shared/calendar';
import { fieldError } from '@jiedui/shared/model';
import { CELL_STATES, type CellState, cellState } from '@jiedui/shared/programme';
import { clock } from '../clock';
import { Refusal } from '../guard/errors';
import { reader } from '../read/reader';
import { type Asked, askedRule } from './asked';
import { boundParties, groupOf } from './parties';
import { ALWAYS, windowOf } from './party-sql';

type Query = Record<string, unknown>;
type Counts = Record<CellState, number>;
type GroupRow = { id: string | null; name: string | null; windows: ({ no: number } & Counts)[] };

type LedgerWindow = { no: number; key: string; from: Day; to: Day };

const MOST_ROWS = 20_000;

/**
 * How many cells of a rule stand how, by window and, if asked, by group. What was counted, what is owed and what is
 * excused are three questions: the first goes through counts only, the second through parties only, of which most owe
 * every window, the third through the few cells that exceptions touch.
 */
export async function ledgerOverview(actor: Actor, query: Query) {
  const asked = await askedRule(actor, query);
  const { edition, rule, ruleNo } = asked;
  const { per } = rule.who;
  const group = query.by === undefined ? null : groupOf(per, query.by);
  if (query.by !== undefined && !group)
    throw new Refusal(400, 'BAD_QUERY', { errors: [fieldError(['by'], 'BAD_QUERY')] });
  const parties = boundParties(actor, rule, query);
  const [windows, counted, owed, excused] = await Promise.all([
    windowsOf(edition.id, ruleNo),
    countedCells(asked, parties, group),
    owedCells(asked, parties, group),
    excusedCells(asked, parties, group),
  ]);
  const today = dayOf(clock().now());
  return { rule, windows, today, groups: grouped({ windows, counted, owed, excused, today }) };
}

type Group = { id: string; name: string } | null;
type Parties = ReturnType<typeof boundParties>;
type Row = Record<string, unknown>;

const groupColumns = (group: Group) =>
  group ? `${group.id} AS gid, ${group.name} AS gname` : 'NULL AS gid, NULL AS gname';

/** Cells in which anything counted: how many, and how many of them reached the minimum in time, and at all. */
function countedCells(
  { edition, rule, ruleNo }: Asked,
  { from, where, all }: Parties,
  group: Group,
): Promise<Row[]> {
  const reaching = (count: string) => `sum(CASE WHEN ${count} >= ? THEN 1 ELSE 0 END)`;
  const everybody = all && group === null;
  return reader().all(
    `SELECT c.window_no AS no, ${groupColumns(group)}, ${reaching('c.in_time')} AS met,
            ${reaching('c.in_time + c.late')} AS reached, count(*) AS n
     FROM ${everybody ? 'ledger_counts c' : `${from} JOIN ledger_counts c ON c.party_id = t.id`}
     WHERE c.edition_id = ? AND c.rule_no = ?${everybody ? '' : ` AND ${where.text}`}
     GROUP BY 1, 2, 3 LIMIT ${MOST_ROWS}`,
    [rule.minimum, rule.minimum, edition.id, ruleNo, ...(everybody ? [] : where.params)],
  );
}

/** How many cells are owed: those of parties that owe every window together, with no window named, and the others'. */
async function owedCells(
  { edition, rule, ruleNo }: Asked,
  { from, where }: Parties,
  group: Group,
): Promise<Row[]> {
  const { per } = rule.who;
  const always = per === 'pairing' ? ALWAYS() : '1 = 1';
  const whole = reader().all(
    `SELECT NULL AS no, ${groupColumns(group)}, count(*) AS n FROM ${from}
     WHERE ${always} AND ${where.text} GROUP BY 2, 3 LIMIT ${MOST_ROWS}`,
    where.params,
  );
  if (per !== 'pairing') return whole;
  const dated = reader().all(
    `SELECT w.window_no AS no, ${groupColumns(group)}, count(*) AS n
     FROM ${from} JOIN ledger_windows w ON w.edition_id = ? AND w.rule_no = ?
     WHERE NOT ${always} AND ${windowOf(per).owed} AND ${where.text} GROUP BY 1, 2, 3 LIMIT ${MOST_ROWS}`,
    [edition.id, ruleNo, ...where.params],
  );
  return [...(await whole), ...(await dated)];
}

/** Cells that are excused and did not reach the minimum all the same. */
function excusedCells(
  { edition, rule, ruleNo }: Asked,
  { from, where }: Parties,
  group: Group,
): Promise<Row[]> {
  return reader().all(
    `SELECT e.window_no AS no, ${groupColumns(group)}, count(*) AS n
     FROM ${from} JOIN ledger_excused e ON e.party_id = t.id AND e.edition_id = ? AND e.rule_no = ?
     LEFT JOIN ledger_counts c ON c.edition_id = e.edition_id AND c.rule_no = e.rule_no
       AND c.party_id = e.party_id AND c.window_no = e.window_no
     WHERE coalesce(c.in_time + c.late, 0) < ? AND ${where.text} GROUP BY 1, 2, 3 LIMIT ${MOST_ROWS}`,
    [edition.id, ruleNo, rule.minimum, ...where.params],
  );
}

async function windowsOf(edition: number, ruleNo: number): Promise<LedgerWindow[]> {
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

type Found = { windows: LedgerWindow[]; counted: Row[]; owed: Row[]; excused: Row[]; today: Day };

function grouped({ windows, counted, owed, excused, today }: Found): GroupRow[] {
  const groups = new Map<unknown, { row: GroupRow; owed: number[] }>();
  const groupAt = ({ gid, gname }: Row) => {
    const id = (gid ?? null) as string | null;
    const known = groups.get(id);
    if (known) return known;
    const cells = windows.map(({ no }) => ({ no, met: 0, metLate: 0, missed: 0, excused: 0, notYet: 0 }));
    const fresh = {
      row: { id, name: (gname ?? null) as string | null, windows: cells },
      owed: windows.map(() => 0),
    };
    groups.set(id, fresh);
    return fresh;
  };
  for (const row of owed) {
    const group = groupAt(row);
    for (const at of windows.keys())
      if (row.no === null || Number(row.no) === at) group.owed[at] = (group.owed[at] ?? 0) + Number(row.n);
  }
  for (const row of counted) {
    const at = Number(row.no);
    const cell = groupAt(row).row.windows[at];
    const end = windows[at]?.to;
    if (!cell || end === undefined) continue;
    const [n, met, reached] = [Number(row.n), Number(row.met), Number(row.reached)];
    cell.met += met;
    cell.metLate += reached - met;
    cell[unmet(end < today)] += n - reached;
    const group = groupAt(row);
    group.owed[at] = (group.owed[at] ?? 0) - n;
  }
  // What nothing counted in.
  for (const { row, owed: left } of groups.values()) {
    for (const [at, cell] of row.windows.entries())
      cell[unmet((windows[at]?.to ?? today) < today)] += left[at] ?? 0;
  }
  for (const row of excused) {
    const at = Number(row.no);
    const cell = groupAt(row).row.windows[at];
    if (!cell) continue;
    cell[unmet((windows[at]?.to ?? today) < today)] -= Number(row.n);
    cell.excused += Number(row.n);
  }
  return [...groups.values()].map(({ row }) => ({
    ...row,
    windows: row.windows.filter((cell) => CELL_STATES.some((state) => cell[state] > 0)),
  }));
}

/** How a cell stands that did not reach its minimum. */
const unmet = (over: boolean): CellState =>
  cellState({ minimum: 1, inTime: 0, late: 0, excused: false, over });
