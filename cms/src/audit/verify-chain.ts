import type { Knex } from 'knex';
import { ENTRY_COLUMNS, GENESIS, type StoredEntry, sealOf } from './chain';
import type { Finding } from './verify';

const PAGE = 1000;
const LATEST_SHOWN = 5;

export type ChainReport = {
  sealed: number;
  /** Committed entries that wait for their seal: until then a change of them cannot be told. */
  unsealed: number;
  /** Seals newer than the head outside the database: a process was stopped between the two. */
  afterHead: number;
};

type Head = { seq: number; seal: string };
type Link = Partial<StoredEntry> & { seq: number; seal: string; entry_id: number };
type Report = (finding: Finding) => void;

/** Walks the seals in order and recomputes each; then looks for what stands beside the chain. */
export async function verifyChain(
  knex: Knex,
  key: string,
  head: Head | null,
  report: Report,
): Promise<ChainReport> {
  let last: Head = { seq: 0, seal: GENESIS };
  let sealed = 0;
  for (;;) {
    const links = await linksAfter(knex, last.seq);
    for (const link of links) {
      checkLink(key, last, link, report);
      if (head && link.seq === head.seq && link.seal !== head.seal) report(headDiffers(head));
      last = { seq: link.seq, seal: link.seal };
      sealed += 1;
    }
    if (links.length < PAGE) break;
  }
  checkHead(head, last, report);
  const unsealed = await checkUnsealed(knex, report);
  return { sealed, unsealed, afterHead: head ? Math.max(0, last.seq - head.seq) : 0 };
}

async function linksAfter(knex: Knex, seq: number): Promise<Link[]> {
  const rows = await knex('audit_seals as s')
    .leftJoin('audit_entries as e', 'e.id', 's.entry_id')
    .where('s.seq', '>', seq)
    .orderBy('s.seq')
    .limit(PAGE)
    .select('s.seq', 's.seal', 's.entry_id', ...ENTRY_COLUMNS.map((name) => `e.${name}`));
  return rows.map((row) => ({ ...row, seq: Number(row.seq), entry_id: Number(row.entry_id) }));
}

function checkLink(key: string, last: Head, link: Link, report: Report): void {
  if (link.seq !== last.seq + 1) {
    const gap = link.seq === last.seq + 2 ? `${last.seq + 1}` : `${last.seq + 1}–${link.seq - 1}`;
    report({ code: 'SEAL_MISSING', where: `seq ${gap}`, words: `第 ${gap} 号封条缺失。` });
    // The link names a seal that is gone: whether its entry was changed as well cannot be told.
    return;
  }
  if (link.id === null || link.id === undefined) {
    report({
      code: 'ENTRY_MISSING',
      where: `entry ${link.entry_id}`,
      words: `第 ${link.seq} 号封条对应的日志(编号 ${link.entry_id})已被删除。`,
    });
    return;
  }
  if (sealOf(key, last.seal, link.seq, link as StoredEntry) === link.seal) return;
  report({
    code: 'ENTRY_CHANGED',
    where: `entry ${link.entry_id}`,
    words: `日志 ${link.entry_id}(第 ${link.seq} 号封条)与封条不符:${describe(link)}。`,
  });
}

function describe(entry: Partial<StoredEntry>): string {
  const at = new Date(Number(entry.at));
  const time = Number.isNaN(at.getTime()) ? '时间不明' : at.toISOString();
  return `${time} ${entry.actor_name} ${entry.action} ${entry.resource} ${entry.document_id}`;
}

const headDiffers = (head: Head): Finding => ({
  code: 'HEAD_DIFFERS',
  where: `seq ${head.seq}`,
  words: `库外留存的第 ${head.seq} 号封条与库内不同,日志链可能被整体替换。`,
});

function checkHead(head: Head | null, last: Head, report: Report): void {
  if (!head) {
    if (last.seq === 0) return;
    report({ code: 'HEAD_MISSING', where: 'head', words: '库外留存的最新封条(audit-head.json)不见了。' });
  } else if (head.seq > last.seq) {
    report({
      code: 'TAIL_CUT',
      where: `seq ${last.seq + 1}`,
      words: `日志链尾部被截断:库外留存到第 ${head.seq} 号封条,库内只到第 ${last.seq} 号。`,
    });
  }
}

/** Entries without a seal must wait in `audit_pending`, and what waits there must exist. */
async function checkUnsealed(knex: Knex, report: Report): Promise<number> {
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
  const counted = await knex('audit_pending').count({ n: '*' }).first();
  return Number(counted?.n ?? 0);
}
