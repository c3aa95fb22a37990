import type { Role } from '@jiedui/shared/access';
import type { RecordData } from './list';
import { filesOf } from './media';
import { componentStruct, type Model, modelOf } from './model';
import { mayName, nameField } from './names';
import { loadNested, type Shape } from './nested';
import { amongIds, reader } from './reader';
import { columnOf } from './select';

/** Adds to-many relations, components and zones to the records, by a fixed number of queries for all of them. */
export async function attachNested(
  model: Model,
  fields: readonly string[],
  records: RecordData[],
  shape: Shape,
): Promise<void> {
  if (fields.length === 0 || records.length === 0) return;
  const reading = { query: reader().all, structOf: componentStruct, shape };
  const ids = records.map(({ id }) => id);
  const found = await loadNested(reading, model, fields, ids);
  for (const record of records) Object.assign(record, found.get(record.id));
}

/** Related records by their address and name, components with their rows, files as records show them. */
export function shapeFor(role: Role): Shape {
  return {
    rows: true,
    files: filesOf,
    linked: async (target, ids) => {
      if (ids.length === 0 || !mayName(role, target)) return new Map();
      const model = modelOf(target);
      const title = nameField(role, model);
      const rows = await namesById(model, title, ids);
      return new Map(
        rows.map(({ id, document_id: documentId, title: name }) => [
          Number(id),
          { id: Number(id), documentId, [title]: name },
        ]),
      );
    },
  };
}

/**
 * The same for a workbook: what is written out can be brought back. Components say nothing of their rows, and name
 * what they point at by its address, for only that is sure to be understood.
 */
export function plainShapeFor(role: Role): Shape {
  const { linked } = shapeFor(role);
  return { rows: false, linked };
}

function namesById(model: Model, title: string, ids: readonly number[]): Promise<Record<string, unknown>[]> {
  const select = `SELECT t.id, t.document_id, t.${columnOf(model, title).column} AS title FROM "${model.table}" t`;
  const among = amongIds('t.id', ids);
  return reader().all(`${select} WHERE ${among.text}`, among.params);
}
