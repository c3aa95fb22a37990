import { fromColumn } from './codec';
import type { Param } from './database';
import type { ColumnField, LinkField, PartField, RelationField, Struct } from './struct';

type Row = Record<string, unknown>;
type Query = (sql: string, params: Param[]) => Promise<Row[]>;
type Values = Record<string, unknown>;

/** How what lies within a record is told. */
export type Shape = {
  /** A record that a relation leads to, by its row id. */
  linked: (target: string, ids: number[]) => Promise<Map<number, unknown>>;
  /** The files of media fields, for components; left out where there are none to tell. */
  files?: (uid: string, fields: string[], ids: number[]) => Promise<Map<number, Values>>;
  /** Whether a component tells its row, by which it is written again. */
  rows: boolean;
};

export type NestedReading = { query: Query; structOf: (uid: string) => Struct; shape: Shape };

/** Row ids in one statement. */
const CHUNK = 500;
const marks = (list: readonly unknown[]) => list.map(() => '?').join(', ');

/**
 * The to-many relations, components and zones of many records, by row id and field: a fixed number of statements
 * a level, however many records there are. A record without any of it has empty lists, or null for one component.
 */
export async function loadNested(
  reading: NestedReading,
  struct: Struct,
  fields: readonly string[],
  ids: readonly number[],
): Promise<Map<number, Values>> {
  const found = new Map<number, Values>(ids.map((id) => [id, {}]));
  for (const name of fields) {
    const link = struct.links.get(name);
    if (link) await addLinks(reading, link, ids, found);
  }
  const parts = fields.flatMap((name) => struct.parts.get(name) ?? []);
  if (parts.length > 0) await addParts(reading, parts, ids, found);
  return found;
}

async function inChunks<T>(ids: readonly number[], read: (part: number[]) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let start = 0; start < ids.length; start += CHUNK)
    all.push(...(await read(ids.slice(start, start + CHUNK))));
  return all;
}

async function addLinks(
  { query, shape }: NestedReading,
  { name, table, own, other, order, target }: LinkField,
  ids: readonly number[],
  found: Map<number, Values>,
): Promise<void> {
  const sorted = order ? `"${order}", "${other}"` : `"${other}"`;
  const pairs = await inChunks(ids, (part) =>
    query(
      `SELECT "${own}" AS own, "${other}" AS other FROM "${table}" WHERE "${own}" IN (${marks(part)}) ORDER BY ${sorted}`,
      part,
    ),
  );
  const linked = await shape.linked(target, [...new Set(pairs.map((pair) => Number(pair.other)))]);
  for (const values of found.values()) values[name] = [];
  for (const pair of pairs) {
    const one = linked.get(Number(pair.other));
    if (one !== undefined) (found.get(Number(pair.own))?.[name] as unknown[] | undefined)?.push(one);
  }
}

type Placed = { owner: number; field: string; uid: string; row: number };

async function addParts(
  reading: NestedReading,
  parts: readonly PartField[],
  ids: readonly number[],
  found: Map<number, Values>,
): Promise<void> {
  const placed = await placedParts(reading.query, parts, ids);
  const contents = new Map<string, Map<number, Values>>();
  for (const uid of new Set(placed.map((part) => part.uid))) {
    const rows = placed.filter((part) => part.uid === uid).map(({ row }) => row);
    contents.set(uid, await componentRows(reading, reading.structOf(uid), rows));
  }
  for (const values of found.values()) {
    for (const { name, several } of parts) values[name] = several ? [] : null;
  }
  const byName = new Map(parts.map((part) => [part.name, part]));
  for (const { owner, field, uid, row } of placed) {
    const values = found.get(owner);
    const content = contents.get(uid)?.get(row);
    const part = byName.get(field);
    if (!values || !content || !part) continue;
    const told = part.zone ? { __component: uid, ...content } : content;
    if (part.several) (values[field] as unknown[]).push(told);
    else values[field] = told;
  }
}

async function placedParts(
  query: Query,
  parts: readonly PartField[],
  ids: readonly number[],
): Promise<Placed[]> {
  const table = parts[0]?.table ?? '';
  const fields = parts.map(({ name }) => name);
  const allowed = new Map(parts.map(({ name, components }) => [name, components]));
  const rows = await inChunks(ids, (part) =>
    query(
      `SELECT entity_id, cmp_id, component_type, field FROM "${table}"
       WHERE entity_id IN (${marks(part)}) AND field IN (${marks(fields)}) ORDER BY "order", id`,
      [...part, ...fields],
    ),
  );
  return rows
    .map((row) => ({
      owner: Number(row.entity_id),
      field: String(row.field),
      uid: String(row.component_type),
      row: Number(row.cmp_id),
    }))
    .filter(({ field, uid }) => allowed.get(field)?.includes(uid));
}

async function componentRows(
  reading: NestedReading,
  struct: Struct,
  ids: number[],
): Promise<Map<number, Values>> {
  const columns = [...struct.columns.values()].filter(({ attribute }) => attribute.type !== 'password');
  const relations = [...struct.relations.values()];
  const names = [...columns, ...relations].map(({ column }) => `"${column}"`);
  const rows = await inChunks(ids, (part) =>
    reading.query(
      `SELECT ${['id', ...names].join(', ')} FROM "${struct.table}" WHERE id IN (${marks(part)})`,
      part,
    ),
  );
  const found = new Map<number, Values>(
    rows.map((row) => [Number(row.id), contentOf(reading, row, columns)]),
  );
  for (const relation of relations) await addRelation(reading, relation, rows, found);
  const inner = await loadNested(reading, struct, [...struct.links.keys(), ...struct.parts.keys()], ids);
  const media = [...struct.media.keys()];
  const files = media.length > 0 ? await reading.shape.files?.(struct.uid, media, ids) : undefined;
  for (const [id, values] of found) Object.assign(values, inner.get(id), files?.get(id));
  return found;
}

function contentOf({ shape }: NestedReading, row: Row, columns: ColumnField[]): Values {
  const values = Object.fromEntries(
    columns.map(({ name, column, attribute }) => [name, fromColumn(attribute, row[column])]),
  );
  return shape.rows ? { id: Number(row.id), ...values } : values;
}

async function addRelation(
  { shape }: NestedReading,
  { name, column, target }: RelationField,
  rows: readonly Row[],
  found: Map<number, Values>,
): Promise<void> {
  const ids = rows.flatMap((row) => (row[column] === null ? [] : [Number(row[column])]));
  const linked = await shape.linked(target, [...new Set(ids)]);
  for (const row of rows) {
    const values = found.get(Number(row.id));
    if (values) values[name] = row[column] === null ? null : (linked.get(Number(row[column])) ?? null);
  }
}
