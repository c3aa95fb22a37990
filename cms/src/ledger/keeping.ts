import type { CadenceParty } from '@jiedui/shared/programme';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { every } from '../jobs/every';
import { withLease } from '../jobs/lease';
import { programmeInForce } from '../workbench/programme';
import { writeTransaction } from '../write/transaction';
import { countParties } from './count';
import {
  type Edition,
  fingerprintOf,
  type LedgerRules,
  layOut,
  liveEditions,
  removeEdition,
} from './edition';
import { excuse } from './excused';

const PACE = 1_000;
const LEASE_SECONDS = 600;

/** Parties counted in one transaction: writers to them wait no longer than that. */
const AT_ONCE = 5_000;

const TABLES: Record<CadenceParty['per'], string> = {
  pairing: 'pairings',
  station: 'stations',
  unit: 'units',
};

let stop: (() => Promise<void>) | null = null;

/** Keeps the ledger in step with the rules in force, in one process at a time. */
export function startLedger(strapi: Core.Strapi): void {
  stop = every(
    PACE,
    async () => {
      if (await isCurrent(strapi.db.connection)) return;
      await withLease(strapi.db.connection, 'ledger', LEASE_SECONDS, () => renewLedger(strapi));
    },
    (error) => strapi.log.error(error),
  );
}

export async function stopLedger(): Promise<void> {
  await stop?.();
  stop = null;
}

const rulesInForce = async (): Promise<LedgerRules | null> => {
  const programme = await programmeInForce();
  return programme && { rules: programme.cadenceRules, focusWeekReading: programme.focusWeekReading };
};

async function isCurrent(knex: Knex): Promise<boolean> {
  const [rules, editions] = await Promise.all([rulesInForce(), liveEditions(knex)]);
  const [only] = editions;
  if (!rules) return editions.length === 0;
  return editions.length === 1 && only !== undefined && isOf(only, rules);
}

const isOf = (edition: Edition, rules: LedgerRules): boolean =>
  edition.complete &&
  fingerprintOf({ rules: edition.rules, focusWeekReading: edition.focusWeekReading }) ===
    fingerprintOf(rules);

/**
 * Counts a new edition for the rules in force and then takes the others out. Whoever was stopped in between leaves an
 * incomplete one, which goes with the next.
 */
export async function renewLedger(strapi: Core.Strapi): Promise<void> {
  const rules = await rulesInForce();
  const before = await liveEditions(strapi.db.connection);
  const kept = rules && before.find((edition) => isOf(edition, rules));
  const current = kept ?? (rules && (await countEdition(strapi, rules)));
  for (const { id } of before.filter(({ id }) => id !== current?.id))
    await writeTransaction(strapi, (trx) => removeEdition(trx, id));
}

async function countEdition(strapi: Core.Strapi, rules: LedgerRules): Promise<Edition> {
  const edition = await writeTransaction(strapi, (trx) => layOut(trx, rules));
  const kinds = new Set(rules.rules.map(({ who }) => who.per));
  for (const per of kinds) {
    for (let after = 0; ; ) {
      const ids = await writeTransaction(strapi, (trx) => countSome(trx, edition, per, after));
      const last = ids.at(-1);
      if (last === undefined) break;
      after = last;
    }
  }
  for (const per of kinds) await writeTransaction(strapi, (trx) => excuse(trx, [edition], per, null));
  await writeTransaction(strapi, (trx) =>
    trx('ledger_editions').where({ id: edition.id }).update({ complete: true }),
  );
  return { ...edition, complete: true };
}

/** Counts the next parties by their ids; gives those that it counted. */
async function countSome(
  trx: Knex.Transaction,
  edition: Edition,
  per: CadenceParty['per'],
  after: number,
): Promise<number[]> {
  const next = trx(TABLES[per]).where('id', '>', after).orderBy('id').limit(AT_ONCE).select('id');
  if (trx.client.config.client !== 'better-sqlite3') next.forNoKeyUpdate();
  const ids = (await next).map(({ id }) => Number(id));
  if (ids.length > 0) await countParties(trx, edition, per, ids);
  return ids;
}
