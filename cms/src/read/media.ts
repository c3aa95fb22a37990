import type { RecordData } from './list';
import type { Model } from './model';
import { reader } from './reader';

type Values = Record<string, unknown>;

/** Adds the files of the asked media fields to the records, by one query for all of them. */
export async function attachMedia(model: Model, fields: string[], records: RecordData[]): Promise<void> {
  if (fields.length === 0 || records.length === 0) return;
  const files = await filesOf(
    model.uid,
    fields,
    records.map((record) => record.id),
  );
  for (const record of records) Object.assign(record, files.get(record.id));
}

/** The files of many records or components, by row id and field. */
export async function filesOf(uid: string, fields: string[], ids: number[]): Promise<Map<number, Values>> {
  const found = new Map<number, Values>(
    ids.map((id) => [id, Object.fromEntries(fields.map((field): [string, unknown[]] => [field, []]))]),
  );
  if (ids.length === 0) return found;
  const rows = await reader().all(
    `SELECT l.related_id, l.field, f.document_id, f.name, f.mime, f.size, f.width, f.height
     FROM files_related_mph l JOIN files f ON f.id = l.file_id
     WHERE l.related_type = ? AND l.field IN (${marks(fields)}) AND l.related_id IN (${marks(ids)})
     ORDER BY l."order", l.id`,
    [uid, ...fields, ...ids],
  );
  for (const row of rows) {
    const list = found.get(Number(row.related_id))?.[String(row.field)] as unknown[] | undefined;
    list?.push(fileData(row));
  }
  return found;
}

const marks = (list: unknown[]) => list.map(() => '?').join(', ');

function fileData(row: Record<string, unknown>) {
  const { document_id: documentId, name, mime, size, width, height } = row;
  return { documentId, name, mime, size, width, height };
}
