import type { Knex } from 'knex';
import { allComponents, allModels, componentStruct, type Model, modelOfUid } from '../read/model';
import { reader } from '../read/reader';
import type { Struct } from '../read/struct';

/** What files belong to: a field of a record, or of a component that lies within one. */
export type FilePlace = { uid: string; id: number; field: string; single: boolean };

/** The field of the record by which the right to a place is decided: `gifts` of `gifts.12.photo`. */
export const topField = (path: string): string => path.split('.')[0] ?? '';

/** Whether a change of the log tells of files: of a field for them, or of one in a component, as `gifts.12.photo`. */
export const isFileField = ({ media, parts }: Struct, path: string): boolean =>
  media.has(path) || (path.includes('.') && parts.has(topField(path)));

/**
 * Where files go: `photos` is a field of the record; `gifts.12.photo` one of its component whose row is 12, and so on
 * deeper. Null for a place that the record does not have.
 */
export async function filePlace(
  knex: Knex,
  model: Model,
  recordId: number,
  path: string,
): Promise<FilePlace | null> {
  const steps = path.split('.');
  const field = steps.pop() ?? '';
  let at: { struct: Struct; id: number } = { struct: model, id: recordId };
  while (steps.length > 0) {
    const [name = '', row = ''] = steps.splice(0, 2);
    const inner = await within(knex, at.struct, at.id, name, row);
    if (!inner) return null;
    at = inner;
  }
  if (!at.struct.media.has(field)) return null;
  return { uid: at.struct.uid, id: at.id, field, single: at.struct.media.get(field)?.multiple !== true };
}

async function within(knex: Knex, struct: Struct, owner: number, name: string, row: string) {
  const part = struct.parts.get(name);
  if (!part || !/^\d{1,9}$/.test(row)) return null;
  const placed = (await knex(part.table)
    .where({ entity_id: owner, field: name, cmp_id: Number(row) })
    .whereIn('component_type', [...part.components])
    .first('component_type')) as { component_type: string } | undefined;
  return placed ? { struct: componentStruct(placed.component_type), id: Number(row) } : null;
}

/** The record that a file belongs to in the end, and the field of it by which the right to see it is decided. */
export type FileOwner = { model: Model; id: number; field: string };

/** Follows a file's place outwards; null where nothing of ours holds it any more. */
export async function fileOwner(uid: string, id: number, field: string): Promise<FileOwner | null> {
  const model = modelOfUid(uid);
  if (model) return { model, id, field };
  const structs: Struct[] = [...allModels(), ...Object.keys(allComponents()).map(componentStruct)];
  for (const struct of structs) {
    for (const { name, table, components } of struct.parts.values()) {
      if (!components.includes(uid)) continue;
      const [row] = await reader().all(
        `SELECT entity_id FROM "${table}" WHERE field = ? AND component_type = ? AND cmp_id = ?`,
        [name, uid, id],
      );
      if (row) return fileOwner(struct.uid, Number(row.entity_id), name);
    }
  }
  return null;
}
