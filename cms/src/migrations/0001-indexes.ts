import type { Knex } from 'knex';

/** `unique` in a content type is no constraint of the database: these are. */
const UNIQUE: [table: string, ...columns: string[]][] = [
  ['towns', 'name'],
  ['departments', 'name'],
  ['units', 'name'],
  ['stations', 'town_id', 'name'],
  ['pairings', 'unit_id', 'station_id'],
  ['categories', 'code'],
  ['activities', 'station_id', 'unit_id', 'starts_at', 'title'],
  ['rubrics', 'name', 'version'],
  ['assignments', 'round_id', 'unit_id', 'evaluator_id', 'source'],
  ['evaluations', 'assignment_id'],
  ['up_users', 'username'],
];

/** What lists sort by and scopes follow. */
const PLAIN: [table: string, ...columns: string[]][] = [
  ['units', 'unit_class', 'name'],
  ['units', 'department_id'],
  ['volunteer_teams', 'unit_id'],
  ['stations', 'parent_id'],
  ['stations', 'level'],
  ['pairings', 'station_id'],
  ['projects', 'unit_id'],
  ['projects', 'state'],
  ['activities', 'starts_at'],
  ['activities', 'unit_id', 'starts_at'],
  ['activities', 'unit_id', 'month', 'state'],
  ['activities', 'station_id', 'starts_at'],
  ['activities', 'state', 'starts_at'],
  ['activities', 'category_id', 'starts_at'],
  ['activities', 'pairing_id', 'month'],
  ['activities', 'day', 'state'],
  ['activities', 'month', 'unit_id', 'state'],
  ['rounds', 'state'],
  ['assignments', 'evaluator_id', 'unit_id'],
  ['assignments', 'unit_id'],
  ['evaluations', 'round_id', 'unit_id', 'state'],
  ['evaluations', 'evaluator_id', 'state'],
  ['evaluations', 'unit_id'],
  ['stories', 'state', 'released_at'],
  ['stories', 'unit_id'],
  ['stories', 'station_id'],
];

/** Record addresses: Strapi indexes them with locale and publication behind, which these types do not have. */
const TABLES = [
  'towns',
  'departments',
  'units',
  'volunteer_teams',
  'stations',
  'pairings',
  'programmes',
  'categories',
  'projects',
  'activities',
  'rubrics',
  'rounds',
  'assignments',
  'evaluations',
  'stories',
];

export async function up(knex: Knex): Promise<void> {
  for (const [table, ...columns] of UNIQUE) {
    await knex.schema.alterTable(table, (t) =>
      t.unique(columns, { indexName: name(table, columns, 'unique') }),
    );
  }
  for (const [table, ...columns] of PLAIN) {
    await knex.schema.alterTable(table, (t) => t.index(columns, name(table, columns, 'index')));
  }
  for (const table of TABLES) {
    await knex.schema.alterTable(table, (t) =>
      t.unique(['document_id'], { indexName: name(table, ['document_id'], 'unique') }),
    );
  }
}

/** PostgreSQL cuts names after 63 characters. */
function name(table: string, columns: string[], kind: string): string {
  return `jd_${table}_${columns.join('_')}_${kind}`.slice(0, 60);
}
