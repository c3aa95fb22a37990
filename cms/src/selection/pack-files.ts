import { stat } from 'node:fs/promises';
import { pathPart } from '@jiedui/shared/selection';
import { readEnvironment } from '../environment';
import { storedFile } from '../files/fingerprint';
import { amongIds, reader } from '../read/reader';
import type { PackList } from './pack-records';

/** A file on the disk that goes into a pack. */
export type Attachment = { path: string; file: string; bytes: number };

const MOST_BYTES = 300 * 1024 * 1024;

/** The files that the unit handed in with its reports, as long as together they stay small enough to be carried. */
export async function reportFiles({ records }: PackList): Promise<{ files: Attachment[]; left: number }> {
  if (records.length === 0) return { files: [], left: 0 };
  const titles = new Map(records.map(({ id, title }) => [id, String(title)]));
  const { text, params } = amongIds('l.related_id', [...titles.keys()]);
  const rows = await reader().all(
    `SELECT l.related_id, f.url, f.name FROM files_related_mph l JOIN files f ON f.id = l.file_id
     WHERE l.related_type = ? AND l.field = 'files' AND ${text} ORDER BY l.related_id, l."order", l.id`,
    ['api::filing.report', ...params],
  );
  const files: Attachment[] = [];
  let bytes = 0;
  for (const [at, row] of rows.entries()) {
    const file = storedFile(readEnvironment().dataDir, String(row.url));
    const size = (await stat(file).catch(() => null))?.size;
    if (size === undefined || bytes + size > MOST_BYTES) continue;
    bytes += size;
    const folder = pathPart(titles.get(Number(row.related_id)) ?? '');
    const number = String(at + 1).padStart(3, '0');
    files.push({ path: `附件/${folder}/${number}-${pathPart(String(row.name))}`, file, bytes: size });
  }
  return { files, left: rows.length - files.length };
}
