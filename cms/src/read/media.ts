import type { RecordData } from './list';
import type { Model } from './model';
import { reader } from './reader';

/** Adds the files of the asked media fields to the records, by one query for all of them. */
export async function attachMedia(model: Model, fields: string[], records: RecordData[]): Promise<void> {
  if (fields.length === 0 || records.length === 0) return;
  const ids = records.map((record) => record.id);
  const rows = await reader().all(
    `SELECT l.related_id, l.field, f.document_id, f.name, f.mime, f.size, f.width, f.height
     FROM files_related_mph l JOIN files f ON f.id = l.file_id
     WHERE l.related_type = ? AND l.field IN (${marks(fields)}) AND l.related_id IN (${marks(ids)})
     ORDER BY l."order", l.id`,
    [model.uid, ...fields, ...ids],
  );
  for (const record of records) {
    for (const field of fields) {
      record[field] = rows.filter((row) => row.related_id === record.id && row.field === field).map(fileData);
    }
  }
}

const marks = (list: unknown[]) => list.map(() => '?').join(', ');

function fileData(row: Record<string, unknown>) {
  const { document_id: documentId, name, mime, size, width, height } = row;
  return { documentId, name, mime, size, width, height };
}
