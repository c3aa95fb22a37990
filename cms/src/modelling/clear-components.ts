import type { Knex } from 'knex';
import { LINKS } from '../files/links';
import type { KnownComponent } from './component-places';

/** Where a component of a uid keeps its values. */
export type Components = (uid: string) => KnownComponent | null;

type Part = { row: number; entity_id: number; cmp_id: number; component_type: string };

/**
 * Deletes the components that some records hold in a field, with the components inside of them; gives what they
 * held, by the record's row id.
 */
export async function deleteComponents(
  trx: Knex.Transaction,
  known: Components,
  table: string,
  where: { field: string; component_type?: string },
  ids: readonly number[],
): Promise<[number, unknown][]> {
  const parts = (await trx(table)
    .where(where)
    .whereIn('entity_id', [...ids])
    .orderBy('order')
    .select('id as row', 'entity_id', 'cmp_id', 'component_type')) as Part[];
  const held: [number, unknown][] = [];
  for (const { entity_id: entity, cmp_id: id, component_type: uid } of parts) {
    held.push([Number(entity), await deleteComponent(trx, known, uid, Number(id))]);
  }
  await trx(table)
    .whereIn(
      'id',
      parts.map(({ row }) => row),
    )
    .delete();
  return held;
}

async function deleteComponent(
  trx: Knex.Transaction,
  known: Components,
  uid: string,
  id: number,
): Promise<unknown> {
  const kept = known(uid);
  if (!kept || !(await trx.schema.hasTable(kept.table))) return { __component: uid };
  const values: Record<string, unknown> = { __component: uid };
  for (const { name, place } of kept.fields) {
    if (place.kind === 'components') {
      const inside = await deleteComponents(trx, known, place.table, { field: name }, [id]);
      values[name] = inside.map(([, part]) => part);
    } else if (place.kind === 'media') {
      await trx(LINKS).where({ related_type: uid, related_id: id, field: name }).delete();
    } else if (place.kind === 'link') {
      await trx(place.table)
        .where({ [place.own]: id })
        .delete();
    }
  }
  const row = await trx(kept.table).where({ id }).first();
  for (const { name, place } of kept.fields) {
    if (place.kind === 'column') values[name] = row?.[place.column] ?? null;
  }
  await trx(kept.table).where({ id }).delete();
  return values;
}
