import type { Knex } from 'knex';
import type { AuditedModel } from './audited-types';
import { type ChainReport, verifyChain } from './verify-chain';
import { verifyFiles } from './verify-files';
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
    | 'HEAD_MISSING'
    | 'HEAD_DIFFERS'
    | 'TAIL_CUT'
    | 'RECORD_CHANGED'
    | 'RECORD_UNKNOWN'
    | 'RECORD_VANISHED'
    | 'FILES_CHANGED'
    | 'ROUND_CHANGED'
    | 'RESULT_DIFFERS';
  where: string;
  words: string;
};

export type AuditReport = ChainReport & {
  /** Records compared with their last audited state. */
  records: number;
  /** Results of units recomputed from their sheets. */
  results: number;
  findings: Finding[];
};

export type AuditInput = {
  knex: Knex;
  model: AuditedModel;
  /** The key of the seals. */
  key: string;
  /** The last seal as kept outside the database; null when there is none. */
  head: { seq: number; seal: string } | null;
};

/**
 * Checks the whole audit against the database as it stands: the chain of seals, every record, every kept
 * result. Reads page by page in one snapshot, so it needs little memory and may run beside the server.
 */
export async function verifyAudit({ knex, model, key, head }: AuditInput): Promise<AuditReport> {
  return knex.transaction(
    async (trx) => {
      const findings: Finding[] = [];
      const report = (finding: Finding) => findings.push(finding);
      const chain = await verifyChain(trx, key, head, report);
      let records = 0;
      for (const type of model.types) {
        records += await verifyRecords(trx, type, model.structOf, report);
        await verifyFiles(trx, type, report);
      }
      const results = await verifyResults(trx, report);
      return { ...chain, records, results, findings };
    },
    knex.client.config.client === 'pg' ? { isolationLevel: 'repeatable read', readOnly: true } : {},
  );
}
