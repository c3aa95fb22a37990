import type { Knex } from 'knex';
import { type LoggedFile, loggedAddress } from '../files/fingerprint';
import { LINKS } from '../files/links';
import { isFileField } from '../files/place';
import type { AuditedType } from './state';
import type { Finding } from './verify';
import { type PrintedFile, verifyPrints } from './verify-prints';

const PAGE = 400;

type Report = (finding: Finding) => void;
/** Addresses of files in their order, by record and field: `4 photos`. */
type Files = Map<string, string[]>;

/**
 * Compares the files of every record with what the log says was added and taken away last, and each of them with its
 * print. Returns how many files it compared.
 */
export async function verifyFiles(
  knex: Knex,
  type: AuditedType,
  dataDir: string,
  report: Report,
): Promise<number> {
  const holdsFiles = type.media.length > 0 || type.nested.parts.size > 0;
  if (!holdsFiles || !(await knex.schema.hasTable(type.table))) return 0;
  let compared = 0;
  let after = 0;
  for (;;) {
    const rows = await knex(type.table)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .select('id', 'document_id');
    const ids = rows.map((row) => Number(row.id));
    const [there, logged] = await Promise.all([linkedNow(knex, type, ids), loggedLast(knex, type, ids)]);
    for (const row of rows) checkFiles(type, row, there, logged.files, report);
    compared += await verifyPrints(knex, dataDir, logged.printed, report);
    after = ids.at(-1) ?? 0;
    if (rows.length < PAGE) break;
  }
  return compared;
}

type Row = { id: unknown; document_id: unknown };

function checkFiles(type: AuditedType, row: Row, there: Files, logged: Files, report: Report): void {
  for (const field of type.media) {
    const key = `${row.id} ${field}`;
    if ((there.get(key) ?? []).join() === (logged.get(key) ?? []).join()) continue;
    const where = `${type.resource} ${row.document_id} ${field}`;
    report({ code: 'FILES_CHANGED', where, words: `记录 ${where} 的文件与日志不符:在系统之外被增减。` });
  }
}

async function linkedNow(knex: Knex, type: AuditedType, ids: number[]): Promise<Files> {
  const rows = await knex(`${LINKS} as l`)
    .leftJoin('files as f', 'f.id', 'l.file_id')
    .where('l.related_type', type.uid)
    .whereIn('l.related_id', ids)
    .orderBy('l.order')
    .select('l.related_id', 'l.field', 'f.document_id');
  const files: Files = new Map();
  for (const row of rows) {
    const key = `${row.related_id} ${row.field}`;
    files.set(key, [...(files.get(key) ?? []), String(row.document_id)]);
  }
  return files;
}

/** Which files the log left to the records, and those of them that have a print. */
async function loggedLast(knex: Knex, type: AuditedType, ids: number[]) {
  const files: Files = new Map();
  const printed = new Map<string, PrintedFile>();
  const entries = await knex('audit_entries')
    .where({ resource: type.resource })
    .whereIn('document_id', knex(type.table).whereIn('id', ids).select('document_id'))
    .where((any) => {
      any.where('changes', 'like', '%"sha256":%');
      for (const field of type.media) any.orWhere('changes', 'like', `%"${field}":%`);
    })
    .orderBy('id')
    .select('row_id', 'document_id', 'changes');
  for (const { row_id: id, document_id: documentId, changes } of entries) {
    for (const [field, change] of Object.entries(readChanges(changes))) {
      if (!isFileField(type.nested, field)) continue;
      const now = Array.isArray(change[1]) ? change[1] : [];
      if (type.media.includes(field)) files.set(`${id} ${field}`, now.map(loggedAddress));
      for (const one of now as (LoggedFile | string)[]) {
        if (typeof one === 'string' || !one?.print) continue;
        const where = `${type.resource} ${documentId} ${field}`;
        printed.set(one.file, { where, name: one.name, print: one.print });
      }
    }
  }
  return { files, printed };
}

/** An entry that cannot be read any more is found by the check of the chain. */
function readChanges(text: unknown): Record<string, [unknown, unknown]> {
  try {
    return JSON.parse(String(text)) as Record<string, [unknown, unknown]>;
  } catch {
    return {};
  }
}
