import { type Actor, mayReadField } from '@jiedui/shared/access';
import type { Model } from '../read/model';
import { reader } from '../read/reader';

const MOST = 100;

/** What happened to a record, newest first, without the fields that the actor may not read. */
export async function recordHistory(model: Model, actor: Actor, documentId: string) {
  const rows = await reader().all(
    `SELECT at, actor_name, actor_role, action, transition, reason, rev, changes FROM audit_entries
     WHERE resource = ? AND document_id = ? ORDER BY id DESC LIMIT ${MOST}`,
    [model.resource, documentId],
  );
  return rows.map((row) => ({
    at: new Date(Number(row.at)).toISOString(),
    actorName: row.actor_name,
    actorRole: row.actor_role,
    action: row.action,
    transition: row.transition,
    reason: row.reason,
    rev: row.rev,
    changes: visibleChanges(model, actor, JSON.parse(String(row.changes)) as Record<string, unknown>),
  }));
}

function visibleChanges(
  model: Model,
  actor: Actor,
  changes: Record<string, unknown>,
): Record<string, unknown> {
  const shown = Object.entries(changes).filter(
    ([field]) => model.columns.has(field) && mayReadField(actor.role, model.resource, field),
  );
  return Object.fromEntries(shown);
}

const PAGE_SIZE = 50;

/** A page of the whole log, newest first, optionally of one record type or one person. */
export async function auditPage(query: Record<string, unknown>) {
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
  const data = rows.map((row) => ({
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
    changes: JSON.parse(String(row.changes)),
  }));
  const pageCount = Math.ceil(total / PAGE_SIZE);
  return { data, meta: { pagination: { page, pageSize: PAGE_SIZE, pageCount, total } } };
}
