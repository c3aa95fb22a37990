import { type ActivityMaterial, isReviewed, MATERIAL_KINDS } from '@jiedui/shared/activity';
import type { Knex } from 'knex';

/** What is kept beside an activity in records of their own, as its rules ask for it. */
export type Kept = { materials: ActivityMaterial[]; guardianConsents: number };

/** Reads what is kept for the activities, however many, by two queries; answers by row id. */
export async function keptFor(knex: Knex, activities: readonly number[]): Promise<(id: number) => Kept> {
  const materials = await knex('activity_materials')
    .whereIn('activity_id', activities)
    .select('activity_id', 'kind', 'shows_theme', 'shows_host', 'shows_time', 'state');
  const consents = await knex('guardian_consents')
    .whereIn('activity_id', activities)
    .groupBy('activity_id')
    .select('activity_id', knex.raw('count(*) AS n'));
  const counted = new Map(consents.map((row) => [Number(row.activity_id), Number(row.n)]));
  return (id) => ({
    materials: materials.filter((row) => Number(row.activity_id) === id).map(materialOf),
    guardianConsents: counted.get(id) ?? 0,
  });
}

function materialOf(row: Record<string, unknown>): ActivityMaterial {
  return {
    kind: MATERIAL_KINDS.find((kind) => kind === row.kind) ?? 'board',
    showsTheme: Boolean(row.shows_theme),
    showsHost: Boolean(row.shows_host),
    showsTime: Boolean(row.shows_time),
    reviewed: isReviewed(row.state),
  };
}
