import type { Knex } from 'knex';
import { storedBulletinState } from '../evaluation/kept-bulletin';
import type { Finding } from './verify';

const PAGE = 100;

type Row = { id: number; document_id: string; name: string; bulletin_hash?: string | null };

/** Compares the bulletin of every published result with its fingerprint. Returns how many results have none. */
export async function verifyBulletins(knex: Knex, report: (finding: Finding) => void): Promise<number> {
  let without = 0;
  let after = 0;
  for (;;) {
    const results: Row[] = await knex('results').where('id', '>', after).orderBy('id').limit(PAGE).select();
    for (const result of results) {
      const state = await storedBulletinState(knex, result);
      if (state === 'unknown') without += 1;
      if (state !== 'differs') continue;
      const words = `“${result.name}”的通报与签发时的指纹不符:在系统之外被修改或删除。`;
      report({ code: 'BULLETIN_DIFFERS', where: `result ${result.document_id}`, words });
    }
    after = Number(results.at(-1)?.id ?? 0);
    if (results.length < PAGE) return without;
  }
}
