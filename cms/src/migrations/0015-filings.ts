import type { Knex } from 'knex';

const TABLES = ['report_requirements', 'reports', 'filing_requirements', 'material_submissions'];

/** One filing for a requirement, a period and a party; what is added to it later is beside the rule. */
const ONE_EACH: [table: string, ...columns: string[]][] = [
  ['reports', 'requirement_id', 'unit_id'],
  ['reports', 'requirement_id', 'station_id'],
  ['reports', 'requirement_id', 'department_id'],
  ['material_submissions', 'requirement_id', 'period', 'station_id'],
];

/** What scopes follow, and what waits in a state. */
const PLAIN: [table: string, ...columns: string[]][] = [
  ['reports', 'unit_id'],
  ['reports', 'station_id'],
  ['reports', 'department_id'],
  ['reports', 'state', 'submitted_at'],
  ['reports', 'addendum_to_id'],
  ['material_submissions', 'station_id', 'state'],
  ['material_submissions', 'state', 'submitted_at'],
  ['material_submissions', 'activity_id'],
  ['material_submissions', 'addendum_to_id'],
];

/** What is reported and filed upward: one each, found by whose it is and by where it stands. */
export async function up(knex: Knex): Promise<void> {
  for (const table of TABLES) {
    const indexName = `jd_${table}_document_id_unique`;
    await knex.schema.alterTable(table, (t) => t.unique(['document_id'], { indexName }));
  }
  for (const table of ['report_requirements', 'filing_requirements']) {
    const indexName = `jd_${table}_code_unique`;
    await knex.schema.alterTable(table, (t) => t.unique(['code'], { indexName }));
  }
  for (const [table, ...columns] of ONE_EACH) {
    const indexName = `jd_${table}_${columns.join('_')}_once`;
    await knex.schema.alterTable(table, (t) =>
      t.unique(columns, { indexName, predicate: knex.whereNull('addendum_to_id') }),
    );
  }
  for (const [table, ...columns] of PLAIN) {
    await knex.schema.alterTable(table, (t) => t.index(columns, `jd_${table}_${columns.join('_')}_index`));
  }
}
