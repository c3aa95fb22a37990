import type { Knex } from 'knex';
import { allComponents, allModels, componentStruct, type Model } from '../read/model';
import type { Struct } from '../read/struct';

/** What the components of a record held, by the row id of the record. */
type Owner = { model: Model; held: Map<number, unknown> };

/**
 * The records that hold these components, however deep, each with what its components held. `held` is by the row id of
 * the component.
 */
export async function ownersOf(
  trx: Knex.Transaction,
  uid: string,
  held: ReadonlyMap<number, unknown>,
): Promise<Owner[]> {
  const owners: Owner[] = [];
  for (const model of allModels()) {
    const found = await holdersIn(trx, model, uid, held);
    if (found.size > 0) owners.push({ model, held: found });
  }
  for (const outer of Object.keys(allComponents())) {
    const found = await holdersIn(trx, componentStruct(outer), uid, held);
    if (found.size > 0) owners.push(...(await ownersOf(trx, outer, found)));
  }
  return owners;
}

async function holdersIn(
  trx: Knex.Transaction,
  struct: Struct,
  uid: string,
  held: ReadonlyMap<number, unknown>,
): Promise<Map<number, unknown>> {
  const found = new Map<number, unknown[]>();
  for (const { name, table, components } of struct.parts.values()) {
    if (!components.includes(uid)) continue;
    const rows = (await trx(table)
      .where({ field: name, component_type: uid })
      .whereIn('cmp_id', [...held.keys()])
      .select('entity_id', 'cmp_id')) as { entity_id: number; cmp_id: number }[];
    for (const row of rows) {
      const list = found.get(Number(row.entity_id)) ?? [];
      found.set(Number(row.entity_id), [...list, held.get(Number(row.cmp_id))]);
    }
  }
  return found;
}
