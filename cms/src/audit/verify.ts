import type { Knex } from 'knex';
import type { AuditedModel } from './audited-types';
import { verifyBulletins } from './verify-bulletins';
import { type ChainReport, verifyChain } from './verify-chain';
import { verifyFiles } from './verify-files';
import { countHeldFiles } from './verify-prints';
import { verifyRecords } from './verify-records';
import { verifyResults } from './verify-results';

/**
 * What does not hold. `code` says what kind of break it is, `where` the entry, record or result, `words` the
 * same for people.
 */
export type Finding = {
  code:
    | 'ENTRY_CHANGED'
    | 'ENTRY_MISSING'
    | 'SEAL_MISSING'
    | 'ENTRY_UNSEALED'
    | 'ENTRY_FORGED'
    | 'TIME_BACKWARDS'
    | 'HEAD_MISSING'
    | 'HEAD_DIFFERS'
    | 'TAIL_CUT'
    | 'RECORD_CHANGED'
    | 'RECORD_UNKNOWN'
    | 'RECORD_VANISHED'
    | 'FILES_CHANGED'
    | 'FILE_CHANGED'
    | 'ROUND_CHANGED'
    | 'RESULT_DIFFERS'
    | 'BULLETIN_DIFFERS';
  where: string;
  words: string;
};

export type AuditReport = ChainReport & {
  /** Records compared with their last audited state. */
  records: number;
  /** Files compared with what they were when they came. */
  files: number;
  /** Files that came before their content was noted: nothing can be said of it. */
  filesWithout: number;
  /** Results of units recomputed from their sheets. */
  results: number;
  /** Published results that were signed before a fingerprint of the bulletin was kept. */
  bulletinsWithout: number;
  findings: Finding[];
};

export type AuditInput = {
  knex: Knex;
  /** Where the files lie. */
  dataDir: string;
  model: AuditedModel;
  /** The key of the seals. */
  key: string;
  /** The last seal as kept outside the database; null when there is none. */
  head: { seq: number; seal: string } | null;
};

/**
 * Checks the whole audit against the database as it stands: the chain of seals, every record with its files, every
 * kept result. Reads page by page in one snapshot, so it needs little memory and may run beside the server.
 */
export async function verifyAudit({ knex, dataDir, model, key, head }: AuditInput): Promise<AuditReport> {
  return knex.transaction(
    async (trx) => {
      const findings: Finding[] = [];
      const report = (finding: Finding) => findings.push(finding);
      const chain = await verifyChain(trx, key, head, report);
      let records = 0;
      let files = 0;
      for (const type of model.types) {
        records += await verifyRecords(trx, type, model.structOf, report);
        files += await verifyFiles(trx, type, dataDir, report);
      }
      const results = await verifyResults(trx, report);
      const bulletinsWithout = await verifyBulletins(trx, report);
      const filesWithout = (await countHeldFiles(trx)) - files;
      return { ...chain, records, files, filesWithout, results, bulletinsWithout, findings };
    },
    knex.client.config.client === 'pg' ? { isolationLevel: 'repeatable read', readOnly: true } : {},
  );
}
