import { DOUBT_KINDS, type Doubt, type DoubtKind, isDoubtful, reopens } from '@jiedui/shared/hours';
import { ENUM_TEXT } from '@jiedui/shared/text';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { AuditActor } from '../../audit/entry';
import { sameValue } from '../../audit/state';
import { clock } from '../../clock';
import { modelOf } from '../../read/model';
import type { Values } from '../../write/column-values';
import { insertRecords, storedOf, updateRecord } from '../../write/store';
import { writeTransaction } from '../../write/transaction';
import { namesById } from '../names-by-id';
import { type Candidate, MOST_FOUND } from './books';
import { overlaps } from './overlaps';
import { lateEntries, outsideActivities } from './single-records';
import { longDays, roundedHabits } from './sums';

export type Scanned = { found: number; opened: number; gone: number; more: DoubtKind[] };

/** What is looked through for each kind of doubt; SQL finds what may be one, the rules say what is. */
const SEARCHES: Record<DoubtKind, (trx: Knex.Transaction) => Promise<Candidate[]>> = {
  overlap: overlaps,
  longDay: longDays,
  lateEntry: lateEntries,
  outsideActivity: outsideActivities,
  rounded: roundedHabits,
};

/** The one that finds doubts by itself, as the log names it. */
export const HOURS_CHECK: AuditActor = {
  documentId: 'hours-check',
  displayName: '时长检查',
  role: 'operator',
};

/**
 * Looks for doubtful hours and keeps the list of reviews: new ones come, those whose cause is gone are closed, and what
 * somebody decided stays decided unless the facts have changed since. Nothing else follows from it.
 */
export async function scanHours(strapi: Core.Strapi, actor: AuditActor): Promise<Scanned> {
  return writeTransaction(strapi, async (trx) => {
    const scanned: Scanned = { found: 0, opened: 0, gone: 0, more: [] };
    for (const kind of DOUBT_KINDS) {
      const all = await SEARCHES[kind](trx);
      const doubts = all.filter(isDoubtful);
      if (all.length >= MOST_FOUND) scanned.more.push(kind);
      scanned.found += doubts.length;
      scanned.opened += await keep(trx, actor, doubts);
      // Where there are more than were looked at, one that was not found may still be there.
      if (all.length < MOST_FOUND) scanned.gone += await close(trx, actor, kind, doubts);
    }
    return scanned;
  });
}

const CHUNK = 400;

/** Writes down what is new or has changed; gives how many are open that were not. */
async function keep(trx: Knex.Transaction, actor: AuditActor, doubts: readonly Candidate[]): Promise<number> {
  const model = modelOf('hour-review');
  let opened = 0;
  for (let start = 0; start < doubts.length; start += CHUNK) {
    const part = doubts.slice(start, start + CHUNK);
    const rows = (await trx(model.table).whereIn(
      'review_key',
      part.map(({ key }) => key),
    )) as Record<string, unknown>[];
    const byKey = new Map(rows.map((row) => [String(row.review_key), row]));
    const fresh = part.filter(({ key }) => !byKey.has(key));
    const values = await valuesOf(trx, fresh);
    await insertRecords(
      trx,
      model,
      values.map((one) => ({ values: one })),
      { actor, action: 'create' },
    );
    opened += fresh.length;
    for (const doubt of part) {
      const row = byKey.get(doubt.key);
      if (row && (await renew(trx, actor, doubt, row))) opened += 1;
    }
  }
  return opened;
}

async function renew(
  trx: Knex.Transaction,
  actor: AuditActor,
  doubt: Candidate,
  row: Record<string, unknown>,
): Promise<boolean> {
  const model = modelOf('hour-review');
  const stored = storedOf(model, row);
  const { state, facts } = stored.values;
  const changed = !sameValue(facts, doubt.facts);
  const back = state === 'gone' || (state !== 'open' && changed && reopens(doubt.kind));
  if (!back && !(changed && state === 'open')) return false;
  const values: Values = { facts: doubt.facts, ...(back ? { state: 'open', foundAt: clock().now() } : {}) };
  await updateRecord(trx, model, stored, row, { values }, { actor, action: 'update' });
  return back;
}

async function valuesOf(trx: Knex.Transaction, doubts: readonly Candidate[]): Promise<Values[]> {
  const people = await namesById(
    trx,
    'volunteers',
    'name',
    doubts.map(({ volunteer }) => volunteer ?? 0),
  );
  const units = await namesById(
    trx,
    'units',
    'name',
    doubts.map(({ unit }) => unit ?? 0),
  );
  const foundAt = clock().now();
  return doubts.map((doubt) => {
    const { kind, facts, key, volunteer = null, activity = null, otherActivity = null, unit = null } = doubt;
    const who = people.get(volunteer ?? 0) ?? units.get(unit ?? 0) ?? '';
    const title = [who, kindWords(kind)].filter(Boolean).join(' · ');
    return {
      title,
      kind,
      facts,
      reviewKey: key,
      volunteer,
      activity,
      otherActivity,
      unit,
      foundAt,
      state: 'open',
    };
  });
}

const kindWords = (kind: Doubt['kind']): string => ENUM_TEXT['hour-review.kind']?.[kind]?.zh ?? kind;

async function close(
  trx: Knex.Transaction,
  actor: AuditActor,
  kind: DoubtKind,
  doubts: readonly Candidate[],
): Promise<number> {
  const model = modelOf('hour-review');
  const there = new Set(doubts.map(({ key }) => key));
  const open = (await trx(model.table).where({ kind, state: 'open' }).limit(MOST_FOUND)) as Record<
    string,
    unknown
  >[];
  const gone = open.filter((row) => !there.has(String(row.review_key)));
  for (const row of gone)
    await updateRecord(
      trx,
      model,
      storedOf(model, row),
      row,
      { values: { state: 'gone' } },
      { actor, action: 'update' },
    );
  return gone.length;
}
