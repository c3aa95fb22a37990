import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Actor } from '@jiedui/shared/access';
import { LRUCache } from 'lru-cache';
import type { Row } from '../read/database';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { type Frozen, readFrozen } from './frozen';
import type { KeptResult } from './results';
import { classSummaries, rubricFacts } from './summary-rows';

/** A round's summary as it goes out, plain and compressed, with the version it was made of. */
export type SummaryAnswer = { body: Buffer; gzipped: Buffer; version: string };

const compress = promisify(gzip);

/** By version. Kept while they are made, so that readers who come together make one. */
const answers = new LRUCache<string, Promise<SummaryAnswer>>({ max: 20 });

/**
 * The ranked summary of a round. Made from the kept results of its units, once per version of the round: a
 * changed sheet changes one unit's row and the version, and the next reader ranks again.
 */
export async function roundSummary(actor: Actor, documentId: string): Promise<SummaryAnswer> {
  const { round, version } = await readRound(actor, documentId);
  const known = answers.get(version) ?? makeAnswer(round, version);
  answers.set(version, known);
  known.catch(() => answers.delete(version));
  return known;
}

/** Kept as bytes: encoding and compressing hundreds of rows anew would cost each reader more than all the rest. */
async function makeAnswer(round: RoundFacts, version: string): Promise<SummaryAnswer> {
  const body = Buffer.from(JSON.stringify({ data: { ...(await makeSummary(round)), version }, meta: {} }));
  return { body, gzipped: await compress(body), version };
}

/** The same as values, for whoever writes it down in another form. */
export async function summaryOf(actor: Actor, documentId: string) {
  return makeSummary((await readRound(actor, documentId)).round);
}

export type Summary = Awaited<ReturnType<typeof summaryOf>>;

export type RoundFacts = {
  id: number;
  documentId: string;
  name: string;
  state: string;
  frozenHash: string | null;
  disagreementPercent: number | null;
};

const ROUND_FIELDS = ['name', 'state', 'frozenHash', 'rev', 'disagreementPercent'];

export async function readRound(actor: Actor, documentId: string) {
  const [record, [versionRow]] = await Promise.all([
    findRecord(modelOf('round'), actor, documentId, { fields: ROUND_FIELDS }),
    reader().all(
      'SELECT v.version FROM round_versions v JOIN rounds r ON r.id = v.round_id WHERE r.document_id = ?',
      [documentId],
    ),
  ]);
  const version = versionOf(documentId, record.rev, versionRow?.version);
  return { round: record as typeof record & RoundFacts, version };
}

/** What changes whenever a result of the round could: its own revision and the count of its changed sheets. */
export const versionOf = (documentId: string, rev: unknown, changes: unknown): string =>
  `${documentId}-${rev}-${changes ?? 0}`;

async function makeSummary({ id, documentId, name, state, frozenHash }: RoundFacts) {
  const round = { documentId, name, state };
  if (frozenHash === null) return { round, rubric: null, classes: [], updatedAt: null };
  const frozen = await frozenOf(id, frozenHash);
  const kept = await keptResults(id);
  const results = new Map([...kept.values()].map(({ documentId: unit, result }) => [unit, result]));
  const updatedAt = latest(kept, 'updatedAt');
  return {
    round,
    rubric: rubricFacts(frozen.rubric),
    classes: classSummaries(frozen, results),
    updatedAt: updatedAt > 0 ? new Date(updatedAt).toISOString() : null,
  };
}

type Kept = { version: number; documentId: string; updatedAt: number; result: KeptResult };

/** Results by the unit's row, as this process read them last. */
const keptByRound = new LRUCache<number, Map<number, Kept>>({ max: 20 });

/** The kept results of a round; those that did not change since the last time are not fetched again. */
async function keptResults(roundId: number): Promise<Map<number, Kept>> {
  const before = keptByRound.get(roundId) ?? new Map<number, Kept>();
  const seen = latest(before, 'version');
  // One statement, so that what is there and what changed are of the same moment.
  const rows = await reader().all(
    `SELECT r.unit_id, r.version, r.updated_at, u.document_id, CASE WHEN r.version > ? THEN r.result END AS result
     FROM round_results r LEFT JOIN units u ON u.id = r.unit_id AND r.version > ? WHERE r.round_id = ?`,
    [seen, seen, roundId],
  );
  const kept = new Map(rows.map((row) => [Number(row.unit_id), keptOf(row, before)]));
  keptByRound.set(roundId, kept);
  return kept;
}

const latest = (kept: Map<number, Kept>, what: 'version' | 'updatedAt') =>
  [...kept.values()].reduce((most, one) => Math.max(most, one[what]), 0);

function keptOf(row: Row, before: Map<number, Kept>): Kept {
  const known = before.get(Number(row.unit_id));
  if (row.result === null && known) return known;
  return {
    version: Number(row.version),
    documentId: String(row.document_id),
    updatedAt: Number(row.updated_at),
    result: JSON.parse(String(row.result)) as KeptResult,
  };
}

/** The frozen inputs of a round; the parsed ones are kept, so that only their first reader fetches them. */
export async function frozenOf(roundId: number, frozenHash: string): Promise<Frozen> {
  try {
    return readFrozen(frozenHash, null);
  } catch {
    const [row] = await reader().all('SELECT frozen FROM rounds WHERE id = ?', [roundId]);
    return readFrozen(frozenHash, row?.frozen);
  }
}
