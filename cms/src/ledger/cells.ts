import type { Actor } from '@jiedui/shared/access';
import { type Day, dayOf } from '@jiedui/shared/calendar';
import { type CellState, cellState, reportCutoff } from '@jiedui/shared/programme';
import { clock } from '../clock';
import { askedPage, pagination } from '../read/page';
import { amongIds, reader } from '../read/reader';
import { type Asked, askedRule } from './asked';
import { boundParties, NAMES, ORDER } from './parties';
import { windowOf } from './party-sql';

type Query = Record<string, unknown>;
type Cell = {
  no: number;
  key: string;
  from: Day;
  to: Day;
  /** The last day for the report; none, and nothing is late. */
  cutoff: Day | null;
  inTime: number;
  late: number;
  state: CellState;
};
/** A party with all its cells. */
export type LedgerParty = {
  documentId: string;
  unit: string | null;
  station: string | null;
  town: string | null;
  cells: Cell[];
};

/** A page of the parties of a rule with all their cells. */
export async function ledgerCells(actor: Actor, query: Query) {
  const asked = await askedRule(actor, query);
  const { per } = asked.rule.who;
  const page = askedPage(query);
  const { from, where } = boundParties(actor, asked.rule, query);
  const { unit, station, town } = NAMES[per];
  const rows = await reader().all(
    `SELECT t.id, t.document_id, ${unit} AS unit, ${station} AS station, ${town} AS town, count(*) OVER () AS total
     FROM ${from} WHERE ${where.text} ORDER BY ${ORDER[per]} ${page.limit}`,
    where.params,
  );
  const cells = await cellsOf(
    asked,
    rows.map(({ id }) => Number(id)),
  );
  const data: LedgerParty[] = rows.map((row) => ({
    documentId: String(row.document_id),
    unit: row.unit as string | null,
    station: row.station as string | null,
    town: row.town as string | null,
    cells: cells.get(Number(row.id)) ?? [],
  }));
  return { data, meta: { pagination: pagination(page, Number(rows[0]?.total ?? 0)) } };
}

/** The cells of parties by their row ids, in the order of the windows; a window that a party does not owe has none. */
export async function cellsOf({ edition, rule, ruleNo }: Asked, ids: number[]): Promise<Map<number, Cell[]>> {
  const { per } = rule.who;
  const today = dayOf(clock().now());
  const { from, to, owed } = windowOf(per);
  const among = amongIds('t.id', ids);
  const table = { pairing: 'pairings', unit: 'units', station: 'stations' }[per];
  const rows = await reader().all(
    `SELECT t.id, w.window_no, w.key, w.to_day AS until, ${from} AS from_day, ${to} AS to_day,
            coalesce(c.in_time, 0) AS in_time, coalesce(c.late, 0) AS late,
            CASE WHEN e.party_id IS NULL THEN 0 ELSE 1 END AS excused
     FROM ${table} t JOIN ledger_windows w ON w.edition_id = ? AND w.rule_no = ?
     LEFT JOIN ledger_counts c ON c.edition_id = w.edition_id AND c.rule_no = w.rule_no
       AND c.party_id = t.id AND c.window_no = w.window_no
     LEFT JOIN ledger_excused e ON e.edition_id = w.edition_id AND e.rule_no = w.rule_no
       AND e.party_id = t.id AND e.window_no = w.window_no
     WHERE ${owed} AND ${among.text} ORDER BY t.id, w.window_no`,
    [edition.id, ruleNo, ...among.params],
  );
  const cells = new Map<number, Cell[]>();
  for (const row of rows) {
    const counts = { inTime: Number(row.in_time), late: Number(row.late) };
    const window = { from: String(row.from_day), to: String(row.to_day) };
    const over = String(row.until) < today;
    const excused = Number(row.excused) === 1;
    const state = cellState({ minimum: rule.minimum, ...counts, excused, over });
    const own = cells.get(Number(row.id)) ?? [];
    const cutoff = reportCutoff(rule, { to: String(row.until) });
    own.push({ no: Number(row.window_no), key: String(row.key), cutoff, ...window, ...counts, state });
    cells.set(Number(row.id), own);
  }
  return cells;
}
