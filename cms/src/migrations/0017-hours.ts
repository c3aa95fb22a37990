import type { Knex } from 'knex';

const TABLES = [
  'volunteers',
  'attendances',
  'ivolunteer_mappings',
  'ivolunteer_batches',
  'ivolunteer_entries',
  'hour_reviews',
];

/** Nobody twice by the same number, at the same activity from the same moment, or by the same row of an export. */
const UNIQUE: [table: string, ...columns: string[]][] = [
  ['volunteers', 'id_hash'],
  ['attendances', 'activity_id', 'volunteer_id', 'starts_at'],
  ['ivolunteer_mappings', 'fingerprint'],
  ['ivolunteer_entries', 'entry_key'],
  ['hour_reviews', 'review_key'],
];

/** What scopes follow, what people are found by, and what the checks of hours go along. */
const PLAIN: [table: string, ...columns: string[]][] = [
  ['volunteers', 'name'],
  ['volunteers', 'unit_id'],
  ['volunteers', 'station_id'],
  ['attendances', 'volunteer_id', 'starts_at', 'ends_at'],
  ['attendances', 'volunteer_id', 'day'],
  ['attendances', 'entered_at'],
  ['ivolunteer_entries', 'activity_id', 'standing'],
  ['ivolunteer_entries', 'volunteer_id', 'starts_at', 'ends_at'],
  ['ivolunteer_entries', 'volunteer_id', 'day'],
  ['ivolunteer_entries', 'standing', 'day'],
  ['ivolunteer_entries', 'person_hash'],
  ['ivolunteer_entries', 'activity_number'],
  ['ivolunteer_entries', 'batch_id'],
  ['hour_reviews', 'state', 'kind'],
  ['hour_reviews', 'activity_id'],
  ['hour_reviews', 'unit_id'],
  ['activities', 'ivolunteer_number'],
];

/** Volunteers, who was at which activity, and the way from a number of the other system to an activity. */
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
    await knex.schema.alterTable(table, (t) => t.index(columns, `jd_${table}_${columns.join('_')}_index`));
  }
}
