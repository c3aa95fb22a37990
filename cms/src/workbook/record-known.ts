import { type Actor, mayReadField, scopeOf } from '@jiedui/shared/access';
import type { ExistingRecord, KnownRecord } from '@jiedui/shared/workbook';
import { fromColumn } from '../read/codec';
import type { Param, Row } from '../read/database';
import { componentStruct, type Model, modelOf } from '../read/model';
import { nameField } from '../read/names';
import { loadNested, type Shape } from '../read/nested';
import { amongIds, reader } from '../read/reader';
import { type Sql, scopeSql } from '../read/scope-sql';
import { columnOf } from '../read/select';

const ROWS_AT_A_TIME = 2000;

/** Goes through the rows of a scope in parts, so that others get their turn between them. */
async function eachPart(
  model: Model,
  columns: readonly string[],
  scope: Sql | null,
  take: (rows: Row[]) => Promise<void> | void,
): Promise<void> {
  const condition = scope ? `AND ${scope.text}` : '';
  for (let last = 0; ; ) {
    const rows = await reader().all(
      `SELECT t.id, t.document_id, ${columns.join(', ')} FROM "${model.table}" t
       WHERE t.id > ? ${condition} ORDER BY t.id LIMIT ${ROWS_AT_A_TIME}`,
      [last, ...((scope?.params ?? []) as Param[])],
    );
    await take(rows);
    if (rows.length < ROWS_AT_A_TIME) return;
    last = Number(rows.at(-1)?.id);
    await new Promise(setImmediate);
  }
}

/** The records that an import of the actor may be about, with what a workbook can bring of them. */
export async function existingRecords(
  model: Model,
  actor: Actor,
  action: 'read' | 'update',
  fields: readonly string[],
): Promise<ExistingRecord[]> {
  const columns = [...model.columns.values()].filter(({ name }) => fields.includes(name) || name === 'state');
  const relations = [...model.relations.values()].filter(({ name }) => fields.includes(name));
  const nested = fields.filter((name) => model.links.has(name) || model.parts.has(name));
  const scope = scopeSql(model, scopeOf(actor.role, action, model.resource), actor, 't');
  const wanted = ['t.rev', ...[...columns, ...relations].map(({ column }) => `t."${column}"`)];
  const found: ExistingRecord[] = [];
  await eachPart(model, wanted, scope, async (rows) => {
    const ids = rows.map((row) => Number(row.id));
    const within = await loadNested(READING, model, nested, ids);
    const addresses = new Map<string, Map<number, unknown>>();
    for (const { name, column, target } of relations) {
      const linked = rows.flatMap((row) => (row[column] === null ? [] : [Number(row[column])]));
      addresses.set(name, await PLAIN.linked(target, [...new Set(linked)]));
    }
    for (const row of rows) {
      const values: Record<string, unknown> = { ...within.get(Number(row.id)) };
      for (const { name, column, attribute } of columns) values[name] = fromColumn(attribute, row[column]);
      for (const { name, column } of relations)
        values[name] = addresses.get(name)?.get(Number(row[column])) ?? null;
      const name = String(values[model.titleField] ?? row.document_id);
      found.push({ documentId: String(row.document_id), rev: Number(row.rev ?? 1), name, values });
    }
  });
  return found;
}

/** Relations as addresses, components without their rows: as a workbook writes them. */
const PLAIN: Shape = {
  rows: false,
  linked: async (target, ids) => {
    if (ids.length === 0) return new Map();
    const among = amongIds('id', ids);
    const select = `SELECT id, document_id FROM "${modelOf(target).table}"`;
    const rows = await reader().all(`${select} WHERE ${among.text}`, among.params);
    return new Map(rows.map((row) => [Number(row.id), row.document_id]));
  },
};

const READING = {
  query: (sql: string, params: Param[]) => reader().all(sql, params),
  structOf: componentStruct,
  shape: PLAIN,
};

/** The records of a type that the actor may name in a relation. */
export async function namedRecords(resource: string, actor: Actor): Promise<KnownRecord[]> {
  const model = modelOf(resource);
  const scope = scopeSql(model, scopeOf(actor.role, 'read', resource), actor, 't');
  const title = columnOf(model, nameField(actor.role, model)).column;
  const also = ['aliases', 'code'].filter(
    (name) => model.searchFields.includes(name) && mayReadField(actor.role, resource, name),
  );
  const columns = [
    `t.${title} AS name`,
    ...also.map((name) => `t."${columnOf(model, name).column.replaceAll('"', '')}"`),
  ];
  const found: KnownRecord[] = [];
  await eachPart(model, columns, scope, (rows) => {
    for (const row of rows) {
      const aliases = fromColumn({ type: 'json' }, row.aliases ?? null);
      found.push({
        documentId: String(row.document_id),
        rev: 0,
        name: String(row.name ?? row.document_id),
        aliases: Array.isArray(aliases) ? aliases.map(String) : row.code ? [String(row.code)] : [],
        values: {},
      });
    }
  });
  return found;
}
