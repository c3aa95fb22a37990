import type { Core } from '@strapi/strapi';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  type RateLimiterRes,
} from 'rate-limiter-flexible';
import { Refusal } from './errors';

/** Failed tries in this many seconds before a wait: per account, and per address (an office may share one). */
const WINDOW = 15 * 60;
const PER_ACCOUNT = 8;
const PER_ADDRESS = 100;

type Limits = { account: RateLimiterAbstract; address: RateLimiterAbstract };
let limits: Limits | null = null;

/**
 * Counters of failed sign-ins. With PostgreSQL several processes may serve, so the counters live there; on
 * SQLite there is one process and they live in it.
 */
export function startTryLimits(strapi: Core.Strapi): void {
  const postgres = strapi.config.get('database.connection.client') === 'postgres';
  const make = (keyPrefix: string, points: number): RateLimiterAbstract => {
    const options = { keyPrefix, points, duration: WINDOW };
    if (!postgres) return new RateLimiterMemory(options);
    return new RateLimiterPostgres({
      storeClient: strapi.db.connection,
      storeType: 'knex',
      tableName: 'sign_in_tries',
      // By our migrations.
      tableCreated: true,
      ...options,
    });
  };
  limits = { account: make('account', PER_ACCOUNT), address: make('address', PER_ADDRESS) };
}

function counters(): Limits {
  if (!limits) throw new Error('The counters of sign-ins start with Strapi; it has not started');
  return limits;
}

/** Refuses with the seconds to wait when the account or the address has failed too often. */
export async function requireTriesLeft(account: string, address: string): Promise<void> {
  const { account: byAccount, address: byAddress } = counters();
  const [a, b] = await Promise.all([byAccount.get(account), byAddress.get(address)]);
  const over = [spent(a, PER_ACCOUNT), spent(b, PER_ADDRESS)].filter((wait) => wait > 0);
  if (over.length > 0) throw tooMany(Math.max(...over));
}

function spent(state: RateLimiterRes | null, points: number): number {
  return state && state.consumedPoints >= points ? Math.ceil(state.msBeforeNext / 1000) : 0;
}

function tooMany(seconds: number): Refusal {
  const minutes = Math.ceil(seconds / 60);
  const words = {
    zh: `尝试次数过多,请 ${minutes} 分钟后再试。`,
    en: `Too many tries; please wait ${minutes} minutes.`,
  };
  return new Refusal(429, 'TOO_MANY_TRIES', { retryAfter: seconds, words });
}

/** Counts a failed try; only failures count, so a busy office that types rightly never waits. */
export async function countFailure(account: string, address: string): Promise<void> {
  const { account: byAccount, address: byAddress } = counters();
  await Promise.all([byAccount.penalty(account, 1), byAddress.penalty(address, 1)]);
}

export async function clearFailures(account: string): Promise<void> {
  await counters().account.delete(account);
}
