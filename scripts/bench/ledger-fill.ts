import type { CadenceRule } from '@jiedui/shared/programme';
import type { Knex } from 'knex';

/** How much there is: a district, or the village stations that one province set out to pair. */
export const LEDGER_SIZES = {
  district: { pairings: 500, units: 250, activities: 20_000 },
  province: { pairings: 51_122, units: 5_000, activities: 2_000_000 },
} as const;

export type LedgerSize = keyof typeof LEDGER_SIZES;

const TOWNS = 100;
const CATEGORIES = 13;
const YEAR = { from: '2022-01-01', to: '2022-12-31', days: 365 };

export const MONTHLY: CadenceRule = {
  code: 'bench.monthly',
  words: { zh: '每对结对每月至少 3 场', en: 'Each pairing, three a month' },
  who: { per: 'pairing', unitClasses: ['liaison'] },
  what: 'any',
  period: 'month',
  minimum: 3,
  evidence: 'verified',
  reportWithinDays: 10,
  from: YEAR.from,
  to: YEAR.to,
  source: '性能测试',
};

/** Fills the tables in the database itself: two million rows would take an hour through the server's writers. */
export async function fillLedger(knex: Knex, size: LedgerSize): Promise<void> {
  const { pairings, units, activities } = LEDGER_SIZES[size];
  const pg = knex.client.config.client !== 'better-sqlite3';
  const now = pg ? 'now()' : String(Date.now());
  const common = { published_at: now, created_at: now, updated_at: now, rev: '1', example: 'false' };
  const day = (days: string) =>
    pg ? `(DATE '${YEAR.from}' + (${days}))` : `date('${YEAR.from}', '+' || (${days}) || ' days')`;
  const instant = (days: string) =>
    pg
      ? `(TIMESTAMP '${YEAR.from} 02:00' + (${days}) * INTERVAL '1 day')`
      : `(${Date.parse(`${YEAR.from}T02:00Z`)} + (${days}) * 86400000)`;
  const text = (value: string) => (pg ? `to_char(${value}, 'YYYY-MM')` : `substr(${value}, 1, 7)`);
  const insert = async (table: string, count: number, columns: Record<string, string>) => {
    const all = { document_id: `'${table}' || n.i`, ...columns, ...common };
    await knex.raw(
      `INSERT INTO ${table} (${Object.keys(all).join(', ')})
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
       SELECT ${Object.values(all).join(', ')} FROM n`,
    );
  };
  await insert('towns', TOWNS, { name: "'镇 ' || n.i" });
  await insert('categories', CATEGORIES, { name: "'类别 ' || n.i", code: "'c' || n.i", '"order"': 'n.i' });
  await insert('units', units, { name: "'单位 ' || n.i", unit_class: "'liaison'" });
  await insert('stations', pairings, {
    name: "'站 ' || n.i",
    level: "'station'",
    town_id: `1 + n.i % ${TOWNS}`,
  });
  await insert('pairings', pairings, { unit_id: `1 + n.i % ${units}`, station_id: 'n.i' });
  // The days wander, so that the rows of a pairing do not lie in the order of its months.
  const days = `(n.i % ${YEAR.days} * 7919 + n.i / ${pairings}) % ${YEAR.days}`;
  const fill = () =>
    insert('activities', activities, {
      title: "'活动 ' || n.i",
      category_id: `1 + n.i % ${CATEGORIES}`,
      pairing_id: `1 + n.i % ${pairings}`,
      unit_id: `1 + (1 + n.i % ${pairings}) % ${units}`,
      station_id: `1 + n.i % ${pairings}`,
      starts_at: instant(days),
      ends_at: instant(`${days} + 1`),
      day: day(days),
      month: text(day(days)),
      state: "CASE WHEN n.i % 50 = 1 THEN 'planned' WHEN n.i % 5 = 0 THEN 'reported' ELSE 'verified' END",
      reported_at: instant(`${days} + n.i % 50`),
      verified_at: instant(`${days} + 60`),
      venue_kind: "'site'",
    });
  await (pg ? withoutIndexes(knex, 'activities', fill) : fill());
  await knex.raw(pg ? 'VACUUM ANALYZE' : 'ANALYZE');
}

/** Two million rows go into twenty indexes faster when these are made afterwards. */
async function withoutIndexes(knex: Knex, table: string, fill: () => Promise<void>): Promise<void> {
  const { rows } = await knex.raw(
    `SELECT i.indexname AS name, i.indexdef AS definition FROM pg_indexes i
     WHERE i.tablename = ? AND i.schemaname = current_schema()
       AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)`,
    [table],
  );
  for (const { name } of rows) await knex.raw('DROP INDEX ??', [name]);
  await fill();
  for (const { definition } of rows) await knex.raw(definition);
}
