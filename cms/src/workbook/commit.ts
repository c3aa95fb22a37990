import type { Actor } from '@jiedui/shared/access';
import type { ImportPlan, PlannedRow } from '@jiedui/shared/workbook';
import type { Core } from '@strapi/strapi';
import type { AuditActor } from '../audit/entry';
import { asStale, type BulkCreate, type BulkResult, type BulkUpdate, bulkWrite } from '../write/bulk';

type Planned = Pick<PlannedRow, 'kind' | 'resource' | 'key' | 'documentId' | 'rev' | 'values'>;

/** What a plan is as work for the bulk writer: new rows by type, changed rows by type. */
export function workOf(rows: readonly Planned[]): { creates: BulkCreate[]; updates: BulkUpdate[] } {
  const creates = new Map<string, BulkCreate>();
  const updates = new Map<string, BulkUpdate>();
  for (const { kind, resource, key, documentId, rev, values } of rows) {
    if (kind === 'new') group(creates, resource).rows.push({ key, values });
    if (kind === 'changed' && documentId !== null && rev !== null) {
      group(updates, resource).rows.push({ documentId, rev, values });
    }
  }
  return { creates: [...creates.values()], updates: [...updates.values()] };
}

function group<T extends { resource: string; rows: unknown[] }>(groups: Map<string, T>, resource: string): T {
  const there = groups.get(resource);
  if (there) return there;
  const fresh = { resource, rows: [] } as unknown as T;
  groups.set(resource, fresh);
  return fresh;
}

export const planRowsOf = (plan: ImportPlan): PlannedRow[] => plan.sheets.flatMap(({ rows }) => rows);

/**
 * Carries out the new and changed rows of a plan, all or nothing.
 * @throws Refusal IMPORT_STALE when a record was changed, or the same one created, since the plan was made
 */
export async function commitRows(
  strapi: Core.Strapi,
  actor: Actor | AuditActor,
  rows: readonly Planned[],
  job: { fileName: string; id?: string; resource?: string | null },
): Promise<BulkResult> {
  const { fileName: reason, id: jobId = null, resource } = job;
  // Of one type, it is written within the person's own rows; the workbook of the programme is the office's.
  const within = resource && 'unit' in actor ? actor : null;
  try {
    return await bulkWrite(strapi, actor, { ...workOf(rows), reason, jobId, within });
  } catch (error) {
    throw asStale(error, resource ?? 'activity');
  }
}
