import type { Knex } from 'knex';

const TABLES = [
  'site_plans',
  'plan_items',
  'schedule_items',
  'site_offers',
  'action_plans',
  'plan_tasks',
  'liaison_contents',
];

const UNIQUE: [table: string, ...columns: string[]][] = [
  ['site_plans', 'station_id', 'year'],
  ['site_offers', 'station_id', 'name'],
  ['liaison_contents', 'pairing_id', 'week'],
];

/** What scopes and pages follow, and what is counted for a plan. */
const PLAIN: [table: string, ...columns: string[]][] = [
  ['site_plans', 'state'],
  ['plan_items', 'plan_id', 'month', 'category_id'],
  ['schedule_items', 'station_id', 'month', 'category_id'],
  ['schedule_items', 'plan_item_id'],
  ['action_plans', 'state'],
  ['plan_tasks', 'plan_id', 'due_on'],
  ['liaison_contents', 'week', 'state'],
  ['activities', 'schedule_item_id'],
  ['activities', 'station_id', 'month', 'category_id', 'state'],
];

export async function up(knex: Knex): Promise<void> {
  for (const table of TABLES) {
    const indexName = `jd_${table}_document_id_unique`;
    await knex.schema.alterTable(table, (t) => t.unique(['document_id'], { indexName }));
  }
  for (const [table, ...columns] of UNIQUE) {
    const indexName = `jd_${table}_${columns.join('_')}_unique`;
    await knex.schema.alterTable(table, (t) => t.unique(columns, { indexName }));
  }
  for (const [table, ...columns] of PLAIN) {
    const name = `jd_${table}_${columns.join('_')}_index`.slice(0, 60);
    await knex.schema.alterTable(table, (t) => t.index(columns, name));
  }
  // One plan for each party, also before a programme is in force.
  for (const party of ['unit', 'station', 'department']) {
    await knex.raw(
      `CREATE UNIQUE INDEX jd_action_plans_${party}_once ON action_plans (${party}_id, coalesce(programme_id, 0))`,
    );
  }
  // A schedule that is sent twice is there once, also where nobody has said a time.
  await knex.raw(
    `CREATE UNIQUE INDEX jd_schedule_items_once ON schedule_items (station_id, day, title, coalesce(start_time, ''))`,
  );
}
