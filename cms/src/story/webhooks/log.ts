import type { Actor } from '@jiedui/shared/access';
import {
  DELIVERY_STATES,
  type Delivery,
  type DeliveryState,
  type EventType,
  type Failure,
} from '@jiedui/shared/webhook';
import type { Knex } from 'knex';
import { badQuery } from '../../read/asked-page';
import { askedPage, pagination } from '../../read/page';
import { reader } from '../../read/reader';
import { webhookOf } from './record';

type Query = Record<string, unknown>;

const COLUMNS = 'd.*, s.title AS story_title';
const FROM = 'FROM webhook_deliveries d LEFT JOIN stories s ON s.id = d.story_id';

/** What was sent to a webhook and what came of it, newest first; of a state or a story where the query names one. */
export async function listDeliveries(knex: Knex, actor: Actor, documentId: string, query: Query) {
  const { id } = await webhookOf(knex, actor, 'read', documentId);
  const asked = askedPage(query);
  const { text, params } = whereOf(id, query);
  const rows = await reader().all(
    `SELECT ${COLUMNS} ${FROM} WHERE ${text} ORDER BY d.id DESC ${asked.limit}`,
    params,
  );
  const [counted] = await reader().all(
    `SELECT COUNT(*) AS n FROM webhook_deliveries d WHERE ${text}`,
    params,
  );
  return { data: rows.map(toDelivery), meta: { pagination: pagination(asked, Number(counted?.n ?? 0)) } };
}

function whereOf(webhook: number, { state, story }: Query): { text: string; params: (string | number)[] } {
  const parts = ['d.webhook_id = ?'];
  const params: (string | number)[] = [webhook];
  if (state !== undefined) {
    if (!DELIVERY_STATES.some((one) => one === state)) throw badQuery('state');
    parts.push('d.state = ?');
    params.push(String(state));
  }
  if (story !== undefined) {
    if (typeof story !== 'string') throw badQuery('story');
    parts.push('d.document_id = ?');
    params.push(story);
  }
  return { text: parts.join(' AND '), params };
}

/** One delivery as it stands in the transaction or outside of one. */
export async function deliveryById(knex: Knex, id: number): Promise<Delivery> {
  const row = await knex('webhook_deliveries as d')
    .leftJoin('stories as s', 's.id', 'd.story_id')
    .where('d.id', id)
    .first('d.*', 's.title as story_title');
  return toDelivery(row as Record<string, unknown>);
}

/** Milliseconds of a column as an instant. */
export const instant = (value: unknown): string | null =>
  value === null || value === undefined ? null : new Date(Number(value)).toISOString();
const numberOrNull = (value: unknown): number | null => (value === null ? null : Number(value));

function toDelivery(row: Record<string, unknown>): Delivery {
  const { state } = row as { state: DeliveryState };
  return {
    id: Number(row.id),
    eventId: String(row.event_id),
    type: row.type as EventType,
    story: row.document_id
      ? { documentId: String(row.document_id), title: row.story_title as string | null }
      : null,
    state,
    replayed: Boolean(row.replayed),
    madeAt: instant(row.made_at) ?? '',
    tries: Number(row.tries),
    triedAt: instant(row.tried_at),
    nextAt: state === 'waiting' ? instant(row.next_at) : null,
    status: numberOrNull(row.status),
    failure: row.failure as Failure | null,
    answer: row.answer as string | null,
    took: numberOrNull(row.took),
  };
}
