import type { Knex } from 'knex';
import { ENTRY_COLUMNS, GENESIS, type StoredEntry, sealOf } from './chain';
import type { Finding } from './verify';
import { verifyPending } from './verify-pending';

const PAGE = 1000;

/**
 * An entry may bear an earlier time than the one sealed before it: it was written first and committed later, by an
 * import of many rows for instance. By more than this it does not.
 */
const TOLERANCE = 15 * 60_000;

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
  let at = 0;
  for (;;) {
    const links = await linksAfter(knex, last.seq);
    for (const link of links) {
      checkLink(key, last, link, report);
      if (head && link.seq === head.seq && link.seal !== head.seal) report(headDiffers(head));
      checkTime(at, link, report);
      at = Number(link.at ?? at);
      last = { seq: link.seq, seal: link.seal };
      sealed += 1;
    }
    if (links.length < PAGE) break;
  }
  checkHead(head, last, report);
  const unsealed = await verifyPending(knex, key, report);
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

function checkTime(before: number, link: Link, report: Report): void {
  if (Number(link.at ?? before) >= before - TOLERANCE) return;
  report({
    code: 'TIME_BACKWARDS',
    where: `entry ${link.entry_id}`,
    words: `日志 ${link.entry_id}(第 ${link.seq} 号封条)的时间早于前一条:${describe(link)}。服务器时钟被回拨,或日志系补写。`,
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
