import type { Knex } from 'knex';
import { orphanFiles } from '../files/links';
import { hashPassword } from '../guard/passwords';
import { toColumn } from '../read/codec';
import { componentStruct } from '../read/model';
import { dialect } from '../read/reader';
import type { LinkField, PartField, Struct } from '../read/struct';

type Values = Record<string, unknown>;

/**
 * Writes the to-many relations, components and zones among the values of one record; what is not named stays as it
 * is. Relations are row ids. A component that says which row it was keeps it, with the files that belong to it.
 */
export async function writeNested(trx: Knex, struct: Struct, id: number, values: Values): Promise<void> {
  for (const link of struct.links.values()) {
    if (Object.hasOwn(values, link.name))
      await writeLinks(trx, link, id, (values[link.name] ?? []) as number[]);
  }
  for (const part of struct.parts.values()) {
    if (Object.hasOwn(values, part.name)) await writeParts(trx, part, id, values[part.name]);
  }
}

async function writeLinks(trx: Knex, link: LinkField, id: number, targets: readonly number[]): Promise<void> {
  const { table, own, other, order } = link;
  await trx(table)
    .where({ [own]: id })
    .delete();
  const rows = [...new Set(targets)].map((target, at) => ({
    [own]: id,
    [other]: target,
    ...(order ? { [order]: at + 1 } : {}),
  }));
  if (rows.length > 0) await trx(table).insert(rows);
}

type PartRow = { cmp_id: number; component_type: string };

async function writeParts(trx: Knex, part: PartField, id: number, value: unknown): Promise<void> {
  const wanted = (part.several ? (value ?? []) : value ? [value] : []) as Values[];
  const rows = (await trx(part.table)
    .where({ entity_id: id, field: part.name })
    .select('cmp_id', 'component_type')) as PartRow[];
  const left = new Map(rows.map((row) => [`${row.component_type}:${row.cmp_id}`, row]));
  const placed: PartRow[] = [];
  for (const content of wanted) {
    const uid = part.zone ? String(content.__component) : (part.components[0] ?? '');
    const key = `${uid}:${content.id}`;
    // A row that is not this record's own is nobody's business: the content then makes a new one.
    const kept = left.get(key);
    left.delete(key);
    const row = await writeComponent(trx, componentStruct(uid), kept ? Number(kept.cmp_id) : null, content);
    placed.push({ cmp_id: row, component_type: uid });
  }
  await trx(part.table).where({ entity_id: id, field: part.name }).delete();
  if (placed.length > 0) {
    await trx(part.table).insert(
      placed.map((row, at) => ({ ...row, entity_id: id, field: part.name, order: at + 1 })),
    );
  }
  for (const row of left.values()) await removeComponent(trx, row);
}

async function writeComponent(
  trx: Knex,
  struct: Struct,
  row: number | null,
  content: Values,
): Promise<number> {
  const columns = await columnsOf(struct, content, row !== null);
  let id = row;
  if (id === null) {
    const [made] = await trx(struct.table).insert(columns, 'id');
    id = Number(typeof made === 'object' ? made.id : made);
  } else if (Object.keys(columns).length > 0) {
    await trx(struct.table).where({ id }).update(columns);
  }
  const nested = Object.fromEntries(
    [...struct.links.keys(), ...struct.parts.keys()].map((name) => [name, content[name] ?? null]),
  );
  await writeNested(trx, struct, id, nested);
  return id;
}

/**
 * A component is written whole: what was left out of it is empty, or its default. Only a password, which nobody can
 * send back, stays with its row until there is another.
 */
async function columnsOf(struct: Struct, content: Values, kept: boolean): Promise<Values> {
  const columns: Values = {};
  for (const { name, column, attribute } of struct.columns.values()) {
    const value = content[name] === undefined ? (attribute.default ?? null) : content[name];
    if (attribute.type !== 'password') columns[column] = toColumn(attribute, value, dialect());
    else if (typeof value === 'string') columns[column] = await hashPassword(value);
    else if (!kept) columns[column] = null;
  }
  for (const { name, column } of struct.relations.values()) columns[column] = content[name] ?? null;
  return columns;
}

async function removeComponent(trx: Knex, { cmp_id: id, component_type: uid }: PartRow): Promise<void> {
  const struct = componentStruct(uid);
  await removeNested(trx, struct, Number(id));
  if (struct.media.size > 0) await orphanFiles(trx, uid, Number(id));
  await trx(struct.table).where({ id }).delete();
}

/** Takes away everything that lies within a record that is going. */
export async function removeNested(trx: Knex, struct: Struct, id: number): Promise<void> {
  for (const { table, own } of struct.links.values())
    await trx(table)
      .where({ [own]: id })
      .delete();
  for (const part of struct.parts.values()) await writeParts(trx, part, id, null);
}
