import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Actor } from '@jiedui/shared/access';
import {
  COMPARED_SOURCE,
  countsInResult,
  DISAGREEMENT_PERCENT,
  type Trust,
  WITHDRAWN_SHEET_STATES,
  wasRecused,
} from '@jiedui/shared/round';
import type { Rubric } from '@jiedui/shared/rubric';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { Row } from '../read/database';
import { reader } from '../read/reader';
import type { Stored } from '../write/store';
import { type Connection, connectionOf } from './connection';
import type { Frozen } from './frozen';
import { frozenOf, type RoundFacts, readRound, versionOf } from './summary';
import type { StoredSheet, TrustMessage, TrustWork } from './trust-thread';

/** A computation under way, or its end. */
type Job = { done: number; of: number; trust: Trust | null; failure: unknown; ended: Promise<void> };

type Progressing = Pick<Job, 'done' | 'of' | 'trust'>;

/** By the version of the round; a failed one is begun again by the next reader. */
const jobs = new LRUCache<string, Job>({ max: 20 });

/** What the office reads: the panel with the names of its units and evaluators, or how far its making has come. */
export type TrustAnswer =
  | { state: 'notOpen' }
  | { state: 'computing'; done: number; of: number }
  | {
      state: 'ready';
      trust: Trust;
      connection: Connection;
      units: Record<string, string>;
      raters: Record<string, string>;
    };

/** How far the scores of a round can be trusted. Computed in a thread of its own, once per version of the round. */
export async function roundTrust(
  strapi: Core.Strapi,
  actor: Actor,
  documentId: string,
): Promise<TrustAnswer> {
  const { round, version } = await readRound(actor, documentId);
  const { frozenHash } = round;
  if (frozenHash === null) return { state: 'notOpen' };
  const job = jobs.get(version) ?? begin(version, { ...round, frozenHash });
  if (job.failure) throw job.failure;
  if (!job.trust) return { state: 'computing', done: job.done, of: job.of };
  const { roster } = await frozenOf(round.id, frozenHash);
  return {
    state: 'ready',
    trust: job.trust,
    connection: await connectionOf(strapi.db.connection, round.id),
    units: Object.fromEntries(roster.map((unit) => [unit.documentId, unit.name])),
    raters: await ratersOf(round.id),
  };
}

function begin(version: string, round: RoundFacts & { frozenHash: string }): Job {
  const job: Job = { done: 0, of: 1, trust: null, failure: null, ended: Promise.resolve() };
  jobs.set(version, job);
  job.ended = compute(round, job).catch((failure) => {
    job.failure = failure;
    jobs.delete(version);
  });
  return job;
}

/** Waits until the panel of a version of a round has been computed. Throws what kept it from being. */
export async function finishedTrust(
  version: string,
  round: RoundFacts & { frozenHash: string },
): Promise<void> {
  const job = jobs.get(version) ?? begin(version, round);
  await job.ended;
  if (job.failure) throw job.failure;
}

/** Whether the panel of a round, as it is with this count of changes, has been computed. */
export const isTrustKnown = ({ documentId, values }: Stored, changes: unknown): boolean =>
  Boolean(jobs.peek(versionOf(documentId, values.rev, changes))?.trust);

async function compute(round: RoundFacts & { frozenHash: string }, job: Job): Promise<void> {
  const { id, frozenHash, disagreementPercent } = round;
  const { rubric } = await frozenOf(id, frozenHash);
  const rows = await reader().all(SHEETS, asked(id));
  await inThread(
    { rubric, seed: frozenHash, ...thresholdOf(disagreementPercent), sheets: sheetsOf(rows) },
    job,
  );
}

/**
 * The panel of a round as a transaction sees it: the one that somebody has looked at, if nothing changed since, and
 * otherwise computed now.
 */
export async function trustWithin(trx: Knex.Transaction, round: Stored, frozen: Frozen): Promise<Trust> {
  const row = await trx('round_versions').where({ round_id: round.id }).first('version');
  const known = jobs.peek(versionOf(round.documentId, round.values.rev, row?.version))?.trust;
  if (known) return known;
  const { rows } = normalized(await trx.raw(SHEETS, asked(round.id)));
  const job: Progressing = { done: 0, of: 1, trust: null };
  const { frozenHash, disagreementPercent } = round.values;
  const seed = String(frozenHash);
  const sheets = sheetsOf(rows);
  return inThread({ rubric: frozen.rubric, seed, ...thresholdOf(disagreementPercent), sheets }, job);
}

/** The panel of sheets that a result was, or is to be, made of. */
export const trustOfSheets = (rubric: Rubric, seed: string, sheets: StoredSheet[]): Promise<Trust> =>
  inThread({ rubric, seed, ...thresholdOf(null), sheets }, { done: 0, of: 1, trust: null });

/** What a raw query gives: rows themselves (SQLite) or beside other things (PostgreSQL). */
const normalized = (answer: Row[] | { rows: Row[] }) => (Array.isArray(answer) ? { rows: answer } : answer);

/** The round's own threshold, or ours where it was made before there was one. */
export const thresholdOf = (stored: unknown) => ({
  threshold: typeof stored === 'number' ? stored : DISAGREEMENT_PERCENT,
});

/** The inputs decide the seed, so that whoever has them draws the same resamples. */
function inThread(work: Omit<TrustWork, 'source'>, job: Progressing): Promise<Trust> {
  const workerData: TrustWork = { ...work, source: COMPARED_SOURCE };
  const thread = new Worker(path.join(__dirname, 'trust-thread.js'), { workerData });
  return new Promise<Trust>((resolve, reject) => {
    thread.on('message', (message: TrustMessage) => {
      if ('trust' in message) job.trust = JSON.parse(message.trust) as Trust;
      else Object.assign(job, message);
    });
    thread.once('error', reject);
    thread.once('exit', () => (job.trust ? resolve(job.trust) : reject(new Error('The thread ended early'))));
  });
}

const SHEETS = `SELECT e.document_id, e.state, e.entries, e.moderated, u.document_id AS unit, p.document_id AS rater
  FROM evaluations e JOIN units u ON u.id = e.unit_id JOIN up_users p ON p.id = e.evaluator_id
  WHERE e.round_id = ? AND e.source = ? AND e.state NOT IN (${WITHDRAWN_SHEET_STATES.map(() => '?').join(', ')})
  ORDER BY e.id`;

const asked = (roundId: number) => [roundId, COMPARED_SOURCE, ...WITHDRAWN_SHEET_STATES];

function sheetsOf(rows: Row[]): StoredSheet[] {
  return rows.map(({ document_id, state, entries, moderated, unit, rater }) => ({
    id: String(document_id),
    unit: String(unit),
    rater: String(rater),
    entries: countsInResult(state) ? textOf(entries) : null,
    moderated: countsInResult(state) && moderated !== null ? textOf(moderated) : null,
    recused: wasRecused(state),
  }));
}

const textOf = (entries: unknown): string =>
  typeof entries === 'string' ? entries : JSON.stringify(entries ?? {});

async function ratersOf(roundId: number): Promise<Record<string, string>> {
  const rows = await reader().all(
    `SELECT DISTINCT p.document_id, p.display_name FROM assignments a JOIN up_users p ON p.id = a.evaluator_id
     WHERE a.round_id = ? AND a.source = ?`,
    [roundId, COMPARED_SOURCE],
  );
  return Object.fromEntries(rows.map((row) => [String(row.document_id), String(row.display_name)]));
}
