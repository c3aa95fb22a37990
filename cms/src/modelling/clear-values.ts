import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { type AuditEntry, writeEntries } from '../audit/entry';
import type { LoggedFile } from '../files/fingerprint';
import { LINKS } from '../files/links';
import { fromColumn } from '../read/codec';
import { type Model, modelOfUid } from '../read/model';
import { dialect } from '../read/reader';
import { stateHashOfRow } from '../write/store';
import { writeTransaction } from '../write/transaction';
import { type Components, deleteComponents } from './clear-components';
import { ownersOf } from './component-owners';
import { componentPlaces } from './component-places';
import { faultPoint } from './fault';
import type { Publication } from './publication-store';
import type { FieldRemoval, Place, TypeRemoval } from './removals';
import { limitWaiting, patiently } from './short-locks';

/** Records that one transaction clears: few enough that nobody waits for it. */
const BATCH = 200;

type Row = Record<string, unknown> & { id: number };
/** What a field held, by row id. */
type Held = Map<number, unknown>;

/**
 * Takes the values of retired fields and the records of retired types out, each with an entry in the log that keeps
 * what it was. Goes on where it was stopped: what is out is not found again.
 */
export async function clearValues(strapi: Core.Strapi, publication: Publication): Promise<void> {
  for (const removal of publication.removals) {
    if (removal.what === 'field') await clearField(strapi, publication, removal);
  }
  for (const removal of publication.removals) {
    if (removal.what === 'type') await clearType(strapi, publication, removal);
  }
  faultPoint('cleared');
}

const componentsOf = (strapi: Core.Strapi, { removals }: Publication): Components => {
  return (uid) => componentPlaces(strapi, removals, uid);
};

/** Repeats until nothing is found; between two transactions others get their turn. */
async function inBatches(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction) => Promise<number>,
): Promise<void> {
  const batch = () =>
    writeTransaction(strapi, async (trx) => {
      if (dialect() === 'postgres') await limitWaiting(trx);
      return work(trx);
    });
  while ((await patiently(batch)) > 0) {
    faultPoint('clearing');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function clearField(
  strapi: Core.Strapi,
  publication: Publication,
  { uid, table, name, place }: FieldRemoval,
): Promise<void> {
  if (!(await strapi.db.connection.schema.hasTable(table))) return;
  const model = modelOfUid(uid);
  const components = componentsOf(strapi, publication);
  await inBatches(strapi, async (trx) => {
    const ids = await holders(trx, table, uid, name, place);
    if (ids.length === 0) return 0;
    const held = await takeOut(trx, components, table, uid, name, place, ids);
    if (model) await tell(trx, publication, model, name, held, ids);
    // A component's values belong to the records that hold it.
    else
      for (const owner of await ownersOf(trx, uid, held))
        await tell(trx, publication, owner.model, name, owner.held);
    return ids.length;
  });
}

/** Each record gets an entry in the log that keeps what it held. */
async function tell(
  trx: Knex.Transaction,
  publication: Publication,
  model: Model,
  name: string,
  held: Held,
  ids: readonly number[] = [...held.keys()],
): Promise<void> {
  const rows = (await trx(model.table).whereIn('id', [...ids])) as Row[];
  const entries: AuditEntry[] = [];
  for (const row of rows) {
    const changes: AuditEntry['changes'] = { [name]: [held.get(Number(row.id)) ?? null, null] };
    entries.push(entryOf(publication, model.resource, row, await stateHashOfRow(trx, model, row), changes));
  }
  await writeEntries(trx, entries);
}

function entryOf(
  { by, number }: Publication,
  resource: string,
  row: Row,
  stateHash: string | null,
  changes: AuditEntry['changes'],
): AuditEntry {
  return {
    actor: by,
    action: 'model',
    resource,
    rowId: Number(row.id),
    documentId: String(row.document_id),
    rev: Number(row.rev ?? 1),
    reason: `model ${number}`,
    changes,
    stateHash,
  };
}

/** The row ids of some records that hold something in a field. */
async function holders(
  trx: Knex.Transaction,
  table: string,
  uid: string,
  name: string,
  place: Place,
): Promise<number[]> {
  const ids = async (query: Knex.QueryBuilder, column: string) =>
    (await query.whereNotNull(column).distinct(`${column} as id`).limit(BATCH)).map(({ id }) => Number(id));
  switch (place.kind) {
    case 'column':
      return (await hasColumn(trx, table, place.column))
        ? (await trx(table).whereNotNull(place.column).limit(BATCH).select('id')).map(({ id }) => Number(id))
        : [];
    case 'link':
      return (await trx.schema.hasTable(place.table)) ? ids(trx(place.table), place.own) : [];
    case 'media':
      return ids(trx(LINKS).where({ related_type: uid, field: name }), 'related_id');
    case 'components':
      return (await trx.schema.hasTable(place.table))
        ? ids(trx(place.table).where(partsOf(name, place)), 'entity_id')
        : [];
  }
}

const partsOf = (field: string, { only }: { only?: string }) =>
  only ? { field, component_type: only } : { field };

const hasColumn = (trx: Knex, table: string, column: string) => trx.schema.hasColumn(table, column);

/** Takes what some records hold in a field out of the database and gives it back. */
async function takeOut(
  trx: Knex.Transaction,
  components: Components,
  table: string,
  uid: string,
  name: string,
  place: Place,
  ids: readonly number[],
): Promise<Held> {
  switch (place.kind) {
    case 'column': {
      const rows = await trx(table)
        .whereIn('id', [...ids])
        .select('id', place.column);
      await trx(table)
        .whereIn('id', [...ids])
        .update({ [place.column]: null });
      return new Map(rows.map((row) => [Number(row.id), fromColumn(place.attribute, row[place.column])]));
    }
    case 'link': {
      const pairs = await trx(place.table)
        .whereIn(place.own, [...ids])
        .orderBy('id');
      await trx(place.table)
        .whereIn(place.own, [...ids])
        .delete();
      return listed(pairs.map((pair) => [Number(pair[place.own]), Number(pair[place.other])]));
    }
    case 'media': {
      const mine = () =>
        trx(LINKS)
          .where({ related_type: uid, field: name })
          .whereIn('related_id', [...ids]);
      const files = await mine()
        .join('files as f', 'f.id', `${LINKS}.file_id`)
        .select(`${LINKS}.related_id`, 'f.document_id', 'f.name');
      await mine().delete();
      return listed(
        files.map(({ related_id, document_id, name: called }) => [
          Number(related_id),
          { file: String(document_id), name: String(called) } satisfies LoggedFile,
        ]),
      );
    }
    case 'components':
      return listed(await deleteComponents(trx, components, place.table, partsOf(name, place), ids));
  }
}

function listed(pairs: readonly (readonly [number, unknown])[]): Held {
  const held = new Map<number, unknown[]>();
  for (const [id, thing] of pairs) held.set(id, [...(held.get(id) ?? []), thing]);
  return held;
}

/** Deletes the records of a type, parts first. */
async function clearType(
  strapi: Core.Strapi,
  publication: Publication,
  { resource, uid, table, fields }: TypeRemoval,
): Promise<void> {
  if (!(await strapi.db.connection.schema.hasTable(table))) return;
  const components = componentsOf(strapi, publication);
  await inBatches(strapi, async (trx) => {
    const rows = (await trx(table).orderBy('id').limit(BATCH)) as Row[];
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => Number(id));
    const held = new Map<string, Held>();
    for (const { name, place } of fields) {
      held.set(name, await takeOut(trx, components, table, uid, name, place, ids));
    }
    await trx(table).whereIn('id', ids).delete();
    const entries = rows.map((row) => {
      const values = fields.map(({ name }) => [name, held.get(name)?.get(Number(row.id)) ?? null] as const);
      const changes = values
        .filter(([, value]) => value !== null)
        .map(([name, value]) => [name, [value, null]]);
      return entryOf(publication, resource, row, null, Object.fromEntries(changes));
    });
    await writeEntries(trx, entries);
    return ids.length;
  });
}
