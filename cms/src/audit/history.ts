import { type Actor, accessOf, mayReadField } from '@jiedui/shared/access';
import { isFileField, topField } from '../files/place';
import { componentStruct, findModel, type Model } from '../read/model';
import { mayReadName } from '../read/names';
import { reader } from '../read/reader';
import { isHidden, type PartField } from '../read/struct';
import {
  type Changes,
  fileNames,
  filesTold,
  type Names,
  ownNames,
  relatedNames,
  type Told,
  targetOf,
} from './history-names';

const MOST = 100;

/** What happened to a record, newest first, without the fields that the actor may not read. */
export async function recordHistory(model: Model, actor: Actor, documentId: string) {
  const rows = await reader().all(
    `SELECT at, actor_name, actor_role, action, transition, reason, rev, changes FROM audit_entries
     WHERE resource = ? AND document_id = ? ORDER BY id DESC LIMIT ${MOST}`,
    [model.resource, documentId],
  );
  const all = rows.map((row) => ({ model, changes: JSON.parse(String(row.changes)) as Changes }));
  const names = await namesIn(all);
  return rows.flatMap((row, at) => {
    const changes = visibleChanges(model, actor, all[at]?.changes ?? {}, names);
    const veiled = isVeiled(model, actor, row.actor_role);
    // That somebody weighs something, and how often, is no more to be known than what.
    if (veiled && row.action === 'update' && Object.keys(changes).length === 0) return [];
    return [
      {
        at: new Date(Number(row.at)).toISOString(),
        actorName: veiled ? null : row.actor_name,
        actorRole: veiled ? null : row.actor_role,
        action: row.action,
        transition: row.transition,
        reason: veiled ? null : row.reason,
        rev: row.rev,
        changes,
      },
    ];
  });
}

/** The names of all that entries tell of by an address or a row. */
async function namesIn(told: readonly Told[]): Promise<Names> {
  const [records, files] = await Promise.all([relatedNames(told), fileNames(told)]);
  return new Map([...records, ...files]);
}

/** Whether somebody of the role is not to be known to the actor by name. */
function isVeiled({ resource }: Model, actor: Actor, role: unknown): boolean {
  const veil = accessOf(resource)?.veil;
  if (!veil || mayReadField(actor.role, veil.of, veil.field)) return false;
  return veil.roles.some((one) => one === role);
}

/** The changes that the actor may read; a relation by the name of what it points at, never by a row id. */
function visibleChanges(model: Model, actor: Actor, changes: Changes, names: Names): Changes {
  const shown: Changes = {};
  for (const [field, [before, after]] of Object.entries(changes)) {
    if (!mayReadField(actor.role, model.resource, topField(field))) continue;
    if (isFileField(model, field)) shown[field] = filesTold([before, after], names);
    const target = targetOf(model, field);
    const named = (id: unknown) =>
      id === null || id === undefined ? null : (names.get(`${target}:${id}`) ?? '–');
    const told = (end: unknown) => (Array.isArray(end) ? end.map(named) : named(end));
    if (target) shown[field] = mayReadName(actor.role, target) ? [told(before), told(after)] : [null, null];
    const column = model.columns.get(field);
    if (column) shown[field] = isHidden(column.attribute) ? [null, null] : [before, after];
    const part = model.parts.get(field);
    if (part) shown[field] = [partsTold(part, before), partsTold(part, after)];
  }
  return shown;
}

/** Components as people read them: their own values, without the row ids of what they point at. */
function partsTold(part: PartField, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => partsTold(part, one));
  if (typeof value !== 'object' || value === null) return value;
  const content = value as Record<string, unknown>;
  const uid = part.zone ? String(content.__component) : (part.components[0] ?? '');
  const struct = part.components.includes(uid) ? componentStruct(uid) : null;
  const told: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(content)) {
    const nested = struct?.parts.get(name);
    if (nested) told[name] = partsTold(nested, inner);
    else if (struct?.columns.has(name)) told[name] = inner;
  }
  return told;
}

const PAGE_SIZE = 50;

/** A page of the whole log, newest first, optionally of one record type or one person. */
export async function auditPage(query: Record<string, unknown>, actor: Actor) {
  const page = Math.min(Math.max(Number.parseInt(String(query.page ?? 1), 10) || 1, 1), 100_000);
  const where: string[] = [];
  const params: string[] = [];
  for (const [name, column] of [
    ['resource', 'resource'],
    ['actor', 'actor_document_id'],
    ['document', 'document_id'],
  ] as const) {
    if (typeof query[name] !== 'string' || query[name] === '') continue;
    where.push(`${column} = ?`);
    params.push(query[name]);
  }
  const condition = where.length > 0 ? `WHERE ${where.join(' AND ')}` : '';
  const [rows, counted] = await Promise.all([
    reader().all(
      `SELECT e.id, e.at, e.actor_name, e.actor_role, e.action, e.resource, e.document_id, e.rev, e.transition,
              e.reason, e.changes, s.seq FROM audit_entries e LEFT JOIN audit_seals s ON s.entry_id = e.id
       ${condition} ORDER BY e.id DESC LIMIT ? OFFSET ?`,
      [...params, PAGE_SIZE, (page - 1) * PAGE_SIZE],
    ),
    reader().all(`SELECT count(*) AS n FROM audit_entries ${condition}`, params),
  ]);
  const total = Number(counted[0]?.n ?? 0);
  const told = rows.map((row) => ({
    model: findModel(String(row.resource)),
    changes: JSON.parse(String(row.changes)) as Changes,
  }));
  const [names, titles] = await Promise.all([namesIn(told), ownNames(rows)]);
  const data = rows.map((row, at) => ({
    id: Number(row.id),
    seq: row.seq === null ? null : Number(row.seq),
    at: new Date(Number(row.at)).toISOString(),
    actorName: row.actor_name,
    actorRole: row.actor_role,
    action: row.action,
    resource: row.resource,
    documentId: row.document_id,
    rev: row.rev,
    transition: row.transition,
    reason: row.reason,
    title: titles.get(`${row.resource}:${row.document_id}`) ?? lastName(told[at]),
    changes: shownChanges(told[at], actor, names),
  }));
  const pageCount = Math.ceil(total / PAGE_SIZE);
  return { data, meta: { pagination: { page, pageSize: PAGE_SIZE, pageCount, total } } };
}

/** What a record was called when it went: its name stands in the entry of its deletion. */
function lastName(told: Told | undefined): string | null {
  const ends = told?.model && told.changes[told.model.titleField];
  const name = ends?.[0] ?? ends?.[1];
  return typeof name === 'string' ? name : null;
}

/** A type that is no more (a model removed in the builder) is told as it was written down. */
const shownChanges = (told: Told | undefined, actor: Actor, names: Names): Changes =>
  told?.model ? visibleChanges(told.model, actor, told.changes, names) : (told?.changes ?? {});
