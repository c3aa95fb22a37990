import type { Knex } from 'knex';
import { ENTRY_COLUMNS, markOf, type WaitingEntry } from './chain';
import type { Finding } from './verify';

const PAGE = 1000;
const LATEST_SHOWN = 5;

type Report = (finding: Finding) => void;

/** Entries without a seal must wait in `audit_pending`, and what waits there must exist and bear the writer's mark. */
export async function verifyPending(knex: Knex, key: string, report: Report): Promise<number> {
  const astray = await knex('audit_entries as e')
    .leftJoin('audit_seals as s', 's.entry_id', 'e.id')
    .leftJoin('audit_pending as p', 'p.entry_id', 'e.id')
    .whereNull('s.seq')
    .whereNull('p.entry_id')
    .orderBy('e.id')
    .limit(LATEST_SHOWN)
    .select('e.id');
  for (const { id } of astray) {
    const words = `日志 ${id} 没有封条,也不在待封之列:不是系统写入的,或封条被删除。`;
    report({ code: 'ENTRY_UNSEALED', where: `entry ${id}`, words });
  }
  const lost = await knex('audit_pending as p')
    .leftJoin('audit_entries as e', 'e.id', 'p.entry_id')
    .whereNull('e.id')
    .orderBy('p.entry_id')
    .limit(LATEST_SHOWN)
    .select('p.entry_id');
  for (const { entry_id: id } of lost) {
    report({ code: 'ENTRY_MISSING', where: `entry ${id}`, words: `待封的日志 ${id} 已被删除。` });
  }
  await checkMarks(knex, key, report);
  const counted = await knex('audit_pending').count({ n: '*' }).first();
  return Number(counted?.n ?? 0);
}

async function checkMarks(knex: Knex, key: string, report: Report): Promise<void> {
  // Before the server of this version has started once, nothing that waits has a mark.
  if (!(await knex.schema.hasColumn('audit_pending', 'mark'))) return;
  for (let after = 0; ; ) {
    const waiting = (await knex('audit_pending as p')
      .join('audit_entries as e', 'e.id', 'p.entry_id')
      .where('e.id', '>', after)
      .orderBy('e.id')
      .limit(PAGE)
      .select('p.mark', ...ENTRY_COLUMNS.map((name) => `e.${name}`))) as WaitingEntry[];
    for (const entry of waiting) {
      if (entry.mark === markOf(key, entry)) continue;
      const words = `日志 ${entry.id} 不是系统写入的,或在加封之前被改动:${entry.resource} ${entry.document_id}。`;
      report({ code: 'ENTRY_FORGED', where: `entry ${entry.id}`, words });
    }
    if (waiting.length < PAGE) return;
    after = Number(waiting.at(-1)?.id);
  }
}
