import { type LoggedFile, loggedAddress } from '../files/fingerprint';
import { isFileField } from '../files/place';
import { findModel, hasName, type Model, modelOf } from '../read/model';
import { reader } from '../read/reader';
import { columnOf } from '../read/select';

export type Changes = Record<string, [before: unknown, after: unknown]>;
/** An entry as it was written, with what is known of its record's type. */
export type Told = { model: Model | undefined; changes: Changes };
export type Names = Map<string, string>;

/** What is looked up, by record type: one query a type. */
class Wanted<Key> {
  readonly byType = new Map<string, Set<Key>>();

  add(resource: string, key: Key): void {
    const keys = this.byType.get(resource) ?? new Set<Key>();
    this.byType.set(resource, keys.add(key));
  }
}

/** The names of the records that relations pointed at, by type and row id. */
export async function relatedNames(all: readonly Told[]): Promise<Names> {
  const wanted = new Wanted<number>();
  for (const { model, changes } of all) {
    for (const [field, ends] of Object.entries(changes)) {
      const target = targetOf(model, field);
      if (!target) continue;
      for (const id of ends.flat()) if (typeof id === 'number') wanted.add(target, id);
    }
  }
  return namesOf(wanted, 'id');
}

/**
 * The names of files that entries tell of by their address alone, as they did once: those that are there still. Later
 * ones hold the names.
 */
export async function fileNames(all: readonly Told[]): Promise<Names> {
  const wanted = new Set<string>();
  for (const { model, changes } of all) {
    for (const [field, ends] of Object.entries(changes)) {
      if (!model || !isFileField(model, field)) continue;
      for (const one of ends.flat()) if (typeof one === 'string') wanted.add(one);
    }
  }
  if (wanted.size === 0) return new Map();
  const marks = [...wanted].map(() => '?').join(', ');
  const rows = await reader().all(`SELECT document_id, name FROM files WHERE document_id IN (${marks})`, [
    ...wanted,
  ]);
  return new Map(rows.map((row) => [String(row.document_id), String(row.name)]));
}

/** Which files a change took away and which it added, by their names. */
export function filesTold([before, after]: [unknown, unknown], names: Names): [string[], string[]] {
  const [was, is] = [before, after].map((end) => (Array.isArray(end) ? end : []) as (LoggedFile | string)[]);
  const told = (some: (LoggedFile | string)[] = [], others: (LoggedFile | string)[] = []) => {
    const there = new Set(others.map(loggedAddress));
    const gone = some.filter((one) => !there.has(loggedAddress(one)));
    return gone.map((one) => (typeof one === 'string' ? (names.get(one) ?? '–') : one.name));
  };
  return [told(was, is), told(is, was)];
}

/** The record type that a relation of a record leads to, to one or to many. */
export const targetOf = (model: Model | undefined, field: string): string | undefined =>
  (model?.relations.get(field) ?? model?.links.get(field))?.target;

/** The names of the records themselves as they are now, by type and documentId; a deleted one has none. */
export function ownNames(rows: readonly Record<string, unknown>[]): Promise<Names> {
  const wanted = new Wanted<string>();
  for (const { resource, document_id: documentId } of rows) wanted.add(String(resource), String(documentId));
  return namesOf(wanted, 'document_id');
}

async function namesOf(wanted: Wanted<number | string>, key: 'id' | 'document_id'): Promise<Names> {
  const names: Names = new Map();
  for (const [resource, keys] of wanted.byType) {
    const model = findModel(resource);
    if (!model) continue;
    const marks = [...keys].map(() => '?').join(', ');
    const rows = await reader().all(
      `SELECT t.${key} AS key, ${nameSql(model)} FROM ${model.table} t${nameJoins(model)} WHERE t.${key} IN (${marks})`,
      [...keys],
    );
    for (const row of rows) {
      const parts = [row.name_0, row.name_1].filter((part) => part !== null && part !== undefined);
      names.set(`${resource}:${row.key}`, parts.join(' — '));
    }
  }
  return names;
}

/** A type without a text of its own (a pairing, a sheet) goes by what it joins: the first two of these. */
const JOINED = ['unit', 'station', 'round', 'evaluator'];
const joinedBy = (model: Model) =>
  hasName(model) ? [] : JOINED.filter((name) => model.relations.has(name)).slice(0, 2);

function nameSql(model: Model): string {
  const columns = joinedBy(model).map((name, at) => {
    const target = modelOf(model.relations.get(name)?.target ?? '');
    return `r${at}.${columnOf(target, target.titleField).column}`;
  });
  const own = `t.${columnOf(model, model.titleField).column}`;
  return `${columns[0] ?? own} AS name_0, ${columns[1] ?? 'NULL'} AS name_1`;
}

function nameJoins(model: Model): string {
  return joinedBy(model)
    .map((name, at) => {
      const relation = model.relations.get(name);
      return ` LEFT JOIN ${modelOf(relation?.target ?? '').table} r${at} ON r${at}.id = t."${relation?.column}"`;
    })
    .join('');
}
