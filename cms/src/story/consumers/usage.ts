import { type QuotaDay, quotaDay } from '@jiedui/shared/consumer';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { every } from '../../jobs/every';
import { writeTransaction } from '../../write/transaction';

/** What this process has counted is in the database at the latest this long afterwards, in milliseconds. */
const PACE = 2_000;

type Counts = { requests: number; notModified: number; refused: number; bytes: number };

/** A consumer's day as this process knows it: what all processes had written by the last look, and what it has yet to write. */
type Tally = {
  day: string;
  stored: number;
  counts: Counts;
  usedAt: Map<number, number>;
  /** Whether its counts are on their way into the database: what stands there may hold them already. */
  isMoving: boolean;
};

const tallies = new Map<number, Tally>();
let today: QuotaDay = { day: '', endsAt: 0 };

/** The day of the district, by real time: a demonstration's day never ends. */
export function usageDay(now: number): QuotaDay {
  if (now >= today.endsAt || now < today.endsAt - 86_400_000) today = quotaDay(now);
  return today;
}

const noCounts = (): Counts => ({ requests: 0, notModified: 0, refused: 0, bytes: 0 });

function tallyOf(consumer: number, now: number): Tally {
  const { day } = usageDay(now);
  const known = tallies.get(consumer);
  if (known?.day === day) return known;
  const fresh = { day, stored: 0, counts: noCounts(), usedAt: new Map(), isMoving: false };
  // What was counted at the end of yesterday still belongs to it.
  if (known && isCounted(known)) leftOver.push([consumer, known]);
  tallies.set(consumer, fresh);
  return fresh;
}

let leftOver: [consumer: number, Tally][] = [];

const isCounted = ({ counts, usedAt }: Tally): boolean =>
  usedAt.size > 0 || Object.values(counts).some((count) => count > 0);

/** Learns how many requests of the day stand in the database, also those that other processes answered. */
export function learnStored(consumer: number, stored: number, now: number): void {
  const tally = tallyOf(consumer, now);
  if (!tally.isMoving) tally.stored = Math.max(tally.stored, stored);
}

/** The requests of the day so far, as far as this process knows. */
export function spentToday(consumer: number, now: number): number {
  const { stored, counts } = tallyOf(consumer, now);
  return stored + counts.requests;
}

/** Counts a request that is answered; gives what to tell when it has been. */
export function countRequest(
  consumer: number,
  token: number,
  now: number,
): (status: number, bytes: number) => void {
  const { counts, usedAt } = tallyOf(consumer, now);
  counts.requests += 1;
  usedAt.set(token, now);
  return (status, bytes) => {
    if (status === 304) counts.notModified += 1;
    counts.bytes += bytes;
  };
}

/** Counts a request that is refused because the quota is spent. */
export function countRefused(consumer: number, now: number): void {
  tallyOf(consumer, now).counts.refused += 1;
}

const TABLE = 'api_usage';
const KEY = ['consumer_id', 'day'];
const COLUMNS = ['requests', 'not_modified', 'refused', 'bytes'];

type Taken = { consumer: number; tally: Tally; counts: Counts; usedAt: Map<number, number> };

/** What has yet to be written, in one order for all processes: they would wait for each other in a ring. */
function taken(): Taken[] {
  const all: [consumer: number, tally: Tally][] = [...leftOver, ...tallies];
  return all
    .filter(([, tally]) => isCounted(tally))
    .sort(([a, one], [b, other]) => a - b || one.day.localeCompare(other.day))
    .map(([consumer, tally]) => ({
      consumer,
      tally,
      counts: { ...tally.counts },
      usedAt: new Map(tally.usedAt),
    }));
}

/** Writes what has been counted since the last time: by sums, so that any number of processes may do so. */
export async function flushUsage(strapi: Core.Strapi): Promise<void> {
  const lots = taken();
  if (lots.length === 0) return;
  for (const { tally } of lots) tally.isMoving = true;
  try {
    const rows = await writeLots(strapi, lots);
    for (const { tally, counts, usedAt } of lots) settle(tally, counts, usedAt);
    leftOver = leftOver.filter(([, tally]) => isCounted(tally));
    for (const row of rows) {
      const tally = tallies.get(Number(row.consumer_id));
      if (tally && tally.day === row.day) tally.stored = Math.max(tally.stored, Number(row.requests));
    }
  } finally {
    for (const { tally } of lots) tally.isMoving = false;
  }
}

function writeLots(strapi: Core.Strapi, lots: Taken[]): Promise<Record<string, unknown>[]> {
  return writeTransaction(strapi, async (trx) => {
    const stored = await addCounts(trx, lots);
    const used = new Map(lots.flatMap(({ usedAt }) => [...usedAt]));
    for (const [id, at] of [...used].sort(([a], [b]) => a - b)) {
      await trx('api_tokens')
        .where({ id })
        .andWhere((before) => before.whereNull('used_at').orWhere('used_at', '<', at))
        .update({ used_at: at });
    }
    return stored;
  });
}

async function addCounts(trx: Knex.Transaction, lots: Taken[]): Promise<Record<string, unknown>[]> {
  const rows = lots.map(({ consumer, tally, counts }) => ({
    consumer_id: consumer,
    day: tally.day,
    requests: counts.requests,
    not_modified: counts.notModified,
    refused: counts.refused,
    bytes: counts.bytes,
  }));
  const sums = COLUMNS.map((name) => [name, trx.raw(`${TABLE}.${name} + excluded.${name}`)]);
  return trx(TABLE)
    .insert(rows)
    .onConflict(KEY)
    .merge(Object.fromEntries(sums))
    .returning(['consumer_id', 'day', 'requests']);
}

/** Takes off what is written; what came meanwhile stays. */
function settle({ counts, usedAt }: Tally, written: Counts, used: ReadonlyMap<number, number>): void {
  for (const name of Object.keys(written) as (keyof Counts)[]) counts[name] -= written[name];
  for (const [token, at] of used) if (usedAt.get(token) === at) usedAt.delete(token);
}

let stop: (() => Promise<void>) | null = null;

/** Writes down in the background what consumers ask for. */
export function startUsage(strapi: Core.Strapi): void {
  stop = every(
    PACE,
    () => flushUsage(strapi),
    (error) => strapi.log.error(error),
  );
}

export async function stopUsage(strapi: Core.Strapi): Promise<void> {
  await stop?.();
  stop = null;
  await flushUsage(strapi);
}
