import { addDays, type Day, endOfDayInstant, lengthOf } from '@jiedui/shared/calendar';
import { contentHash } from '@jiedui/shared/canonical';
import { type CadenceRule, type FocusWeekReading, reportCutoff, ruleWindows } from '@jiedui/shared/programme';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';

/** What a ledger is counted by. */
export type LedgerRules = { rules: CadenceRule[]; focusWeekReading: FocusWeekReading };

/** A set of rules as the tables of the ledger know it; rules go by their place in it. */
export type Edition = LedgerRules & { id: number; complete: boolean };

type Row = { id: unknown; content: unknown; complete: unknown };

const ROWS_AT_ONCE = 150;

// An edition never changes, except that it becomes complete.
const contents = new LRUCache<number, LedgerRules>({ max: 10 });

export function editionOf(row: Row): Edition {
  const id = Number(row.id);
  const known = contents.get(id) ?? (JSON.parse(String(row.content)) as LedgerRules);
  contents.set(id, known);
  return { id, complete: row.complete === true || row.complete === 1, ...known };
}

export const fingerprintOf = (rules: LedgerRules): string => contentHash(rules as never);

/** Every edition that is read or being counted: what changes counts in all of them. */
export async function liveEditions(trx: Knex): Promise<Edition[]> {
  const rows = await trx('ledger_editions').orderBy('id').select('id', 'content', 'complete');
  return rows.map(editionOf);
}

/** Lays out a new edition with its windows and their days, nothing counted yet. */
export async function layOut(trx: Knex, rules: LedgerRules): Promise<Edition> {
  const row = { fingerprint: fingerprintOf(rules), content: JSON.stringify(rules), complete: false };
  const [made] = await trx('ledger_editions').insert(row, 'id');
  const id = Number(made.id ?? made);
  for (const [ruleNo, rule] of rules.rules.entries()) {
    const windows = ruleWindows(rule, rules);
    const of = { edition_id: id, rule_no: ruleNo };
    await insertAll(
      trx,
      'ledger_windows',
      windows.map(({ key, from, to, needs }, at) => ({
        ...of,
        window_no: at,
        key,
        from_day: from,
        to_day: to,
        needs,
      })),
    );
    const days = windows.flatMap((window, at) => {
      const last = reportCutoff(rule, window);
      const cutoff = last === null ? null : Date.parse(endOfDayInstant(last));
      return daysOf(window).map((day) => ({ ...of, day, window_no: at, cutoff }));
    });
    await insertAll(trx, 'ledger_days', days);
  }
  // Else PostgreSQL takes the new rows for none and looks through activities day by day.
  if (trx.client.config.client !== 'better-sqlite3') await trx.raw('ANALYZE ledger_windows, ledger_days');
  return { id, complete: false, ...rules };
}

const daysOf = (range: { from: Day; to: Day }): Day[] =>
  Array.from({ length: lengthOf(range) }, (_, at) => addDays(range.from, at));

async function insertAll(trx: Knex, table: string, rows: object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await trx(table).insert(rows.slice(start, start + ROWS_AT_ONCE));
}

/** Takes an edition out with all that was counted for it. */
export async function removeEdition(trx: Knex, id: number): Promise<void> {
  for (const table of ['ledger_counts', 'ledger_excused', 'ledger_days', 'ledger_windows'])
    await trx(table).where({ edition_id: id }).delete();
  await trx('ledger_editions').where({ id }).delete();
}
