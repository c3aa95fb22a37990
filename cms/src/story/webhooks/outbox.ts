import type { EventType } from '@jiedui/shared/webhook';
import type { Knex } from 'knex';
import type { ReleaseChange } from '../release';
import { eventOf } from './event';
import { receiversOf } from './receivers';

/** A change of what is out, as it is committed. */
export type StoryChange = {
  story: number;
  documentId: string;
  position: number;
  change: ReleaseChange;
  /** The columns (row ids) where it stands now, and those that it left by this change. */
  columns: readonly number[];
  left: readonly number[];
};

const ROWS_AT_ONCE = 100;

/**
 * Puts what receivers are to be told of a change into the outbox, in the transaction that changes what is out and after
 * it has taken its position. A bounded number of statements.
 */
export async function enqueue(trx: Knex.Transaction, change: StoryChange): Promise<void> {
  const receivers = await receiversOf(trx);
  const now = Date.now();
  const told = receivers.flatMap(({ webhook, columns }) => {
    const type = typeFor(columns, change);
    return type ? [{ webhook, type }] : [];
  });
  // One event of each type, whoever receives it.
  const types = [...new Set(told.map(({ type }) => type))];
  const events = new Map(types.map((type) => [type, eventOf(type, change, now)]));
  const rows = told.flatMap(({ webhook, type }) => {
    const event = events.get(type);
    return event ? [outboxRow({ webhook, type, about: change, now, replayed: false, ...event })] : [];
  });
  await insertRows(trx, rows);
}

/** What somebody with these columns is told; null for nothing. */
function typeFor(own: ReadonlySet<number>, { change, columns, left }: StoryChange): EventType | null {
  const has = (some: readonly number[]) => own.size === 0 || some.some((one) => own.has(one));
  const isGone = change === 'withdrawn' || change === 'deleted';
  if (has(isGone ? [...columns, ...left] : columns)) return `story.${change}`;
  return has(left) ? 'story.outOfScope' : null;
}

type About = Pick<StoryChange, 'story' | 'documentId' | 'position'>;

type Put = {
  webhook: number;
  type: EventType;
  about: About | null;
  now: number;
  replayed: boolean;
  id: string;
  body: string;
};

/** A delivery that is due at once. */
export const outboxRow = ({ webhook, type, about, now, replayed, id, body }: Put) => ({
  webhook_id: webhook,
  event_id: id,
  type,
  story_id: about?.story ?? null,
  document_id: about?.documentId ?? null,
  position: about?.position ?? null,
  body,
  made_at: now,
  next_at: now,
  replayed,
  state: 'waiting',
});

/** In the order of the rows: their ids are the order in which they are sent. */
export async function insertRows(trx: Knex, rows: readonly ReturnType<typeof outboxRow>[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await trx('webhook_deliveries').insert(rows.slice(start, start + ROWS_AT_ONCE));
}
