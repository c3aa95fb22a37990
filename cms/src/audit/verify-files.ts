import type { Knex } from 'knex';
import { LINKS } from '../files/links';
import type { AuditedType } from './state';
import type { Finding } from './verify';

const PAGE = 400;

type Report = (finding: Finding) => void;
/** Addresses of files in their order, by record and field: `4 photos`. */
type Files = Map<string, string[]>;

/** Compares the files of every record with what the log says was added and taken away last. */
export async function verifyFiles(knex: Knex, type: AuditedType, report: Report): Promise<void> {
  if (type.media.length === 0 || !(await knex.schema.hasTable(type.table))) return;
  let after = 0;
  for (;;) {
    const rows = await knex(type.table)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .select('id', 'document_id');
    const ids = rows.map((row) => Number(row.id));
    const [there, logged] = await Promise.all([linkedNow(knex, type, ids), loggedLast(knex, type, ids)]);
    for (const row of rows) checkFiles(type, row, there, logged, report);
    after = ids.at(-1) ?? 0;
    if (rows.length < PAGE) break;
  }
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

async function loggedLast(knex: Knex, type: AuditedType, ids: number[]): Promise<Files> {
  const files: Files = new Map();
  const entries = await knex('audit_entries')
    .where({ resource: type.resource })
    .whereIn('document_id', knex(type.table).whereIn('id', ids).select('document_id'))
    .where((any) => {
      for (const field of type.media) any.orWhere('changes', 'like', `%"${field}":%`);
    })
    .orderBy('id')
    .select('row_id', 'changes');
  for (const { row_id: id, changes } of entries) {
    for (const [field, change] of Object.entries(readChanges(changes))) {
      const now = change[1];
      if (type.media.includes(field)) files.set(`${id} ${field}`, Array.isArray(now) ? now.map(String) : []);
    }
  }
  return files;
}

/** An entry that cannot be read any more is found by the check of the chain. */
function readChanges(text: unknown): Record<string, [unknown, unknown]> {
  try {
    return JSON.parse(String(text)) as Record<string, [unknown, unknown]>;
  } catch {
    return {};
  }
}
