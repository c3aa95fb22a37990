import type { Knex } from 'knex';
import { nestedStates, queryOf, stillThere } from '../read/nested-state';
import type { Struct } from '../read/struct';
import { type AuditedType, formerStateHash, stateHash, stateOfRow } from './state';
import type { Finding } from './verify';

const PAGE = 400;

type Report = (finding: Finding) => void;
type LastEntry = { id: number; rowId: number; stateHash: string | null };

/** Compares every row of a type with its last entry, both ways. Returns how many rows it read. */
export async function verifyRecords(
  knex: Knex,
  type: AuditedType,
  structOf: (uid: string) => Struct,
  report: Report,
): Promise<number> {
  // The table of a type that is being taken out of the model may be gone already.
  if (!(await knex.schema.hasTable(type.table))) return 0;
  const nested = await stillThere(knex, type.nested);
  let after = 0;
  let count = 0;
  for (;;) {
    const rows = (await knex(type.table).where('id', '>', after).orderBy('id').limit(PAGE)) as Row[];
    const entries = await lastEntries(
      knex,
      type,
      rows.map((row) => String(row.document_id)),
    );
    const ids = rows.map((row) => Number(row.id));
    const within = await nestedStates({ query: queryOf(knex), structOf }, nested, ids);
    for (const row of rows) {
      const whole = () => ({ ...stateOfRow(type, row), ...within.get(Number(row.id)) });
      checkRow(type, row, whole, entries.get(String(row.document_id)), report);
    }
    count += rows.length;
    after = Number(rows.at(-1)?.id ?? 0);
    if (rows.length < PAGE) break;
  }
  await checkVanished(knex, type, report);
  return count;
}

type Row = Record<string, unknown>;

async function lastEntries(
  knex: Knex,
  type: AuditedType,
  documentIds: string[],
): Promise<Map<string, LastEntry>> {
  const newest = knex('audit_entries')
    .where({ resource: type.resource })
    .whereIn('document_id', documentIds)
    .groupBy('document_id')
    .max('id');
  const rows = await knex('audit_entries')
    .whereIn('id', newest)
    .select('id', 'document_id', 'row_id', 'state_hash');
  return new Map(
    rows.map((row) => [
      String(row.document_id),
      { id: Number(row.id), rowId: Number(row.row_id), stateHash: row.state_hash as string | null },
    ]),
  );
}

function checkRow(
  type: AuditedType,
  row: Row,
  state: () => Row,
  last: LastEntry | undefined,
  report: Report,
): void {
  const where = `${type.resource} ${row.document_id}`;
  if (!last || last.stateHash === null) {
    const words = `记录 ${where} 没有${last ? '删除之后的' : ''}写入日志:不是经系统写入的。`;
    report({ code: 'RECORD_UNKNOWN', where, words });
  } else if (last.rowId !== Number(row.id) || !hashesOf(type, state).includes(last.stateHash)) {
    const words = `记录 ${where} 与最后一条日志(${last.id})不符:在系统之外被修改。`;
    report({ code: 'RECORD_CHANGED', where, words });
  }
}

/** A column that cannot even be read, such as broken JSON, is a change like any other. */
function hashesOf(type: AuditedType, state: () => Row): string[] {
  try {
    const whole = state();
    return [stateHash(whole), formerStateHash(type, whole)];
  } catch {
    return [];
  }
}

/** Records whose last entry says that they exist, but that are gone. */
async function checkVanished(knex: Knex, type: AuditedType, report: Report): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await knex('audit_entries as e')
      .leftJoin(`${type.table} as t`, 't.document_id', 'e.document_id')
      .where('e.resource', type.resource)
      .where('e.document_id', '>', after)
      .whereNull('t.id')
      .groupBy('e.document_id')
      .orderBy('e.document_id')
      .limit(PAGE)
      .select('e.document_id');
    const gone = rows.map((row) => String(row.document_id));
    for (const [documentId, last] of await lastEntries(knex, type, gone)) {
      if (last.stateHash === null) continue;
      const where = `${type.resource} ${documentId}`;
      const words = `记录 ${where} 不见了,日志里却没有删除它(最后一条:${last.id})。`;
      report({ code: 'RECORD_VANISHED', where, words });
    }
    after = gone.at(-1) ?? '';
    if (rows.length < PAGE) break;
  }
}
