import type { Knex } from 'knex';
import { type Endpoint, endpointOf, type Sending, sendEvent } from './endpoint';
import { type Cause, type Due, mark } from './outcomes';
import { IN_USE } from './receivers';

export type Ports = Sending & {
  /** At least 0, below 1: spreads what is tried again. */
  chance: () => number;
  disable: (webhook: number, cause: Cause) => Promise<void>;
  /** Whether this process may still send; another one takes over where it may not. */
  mayGoOn: () => boolean;
  onError: (error: unknown) => void;
};

/** Webhooks that are sent to at a time, and requests to each. */
const LANES = 16;
const AT_ONCE = 4;
/** How long a webhook with much to send keeps its lane. */
const LANE_TIME = 5_000;

/**
 * Sends what is due. Each webhook has a lane of its own, so that one that does not answer keeps no other waiting. Of a
 * story only the oldest waiting event is sent: a later one goes out when that has arrived or was given up.
 */
export function dispatcher(ports: Ports) {
  const lanes = new Map<number, Promise<void>>();

  /** Opens lanes for what is due, without waiting for them. */
  async function begin(): Promise<void> {
    const room = LANES - lanes.size;
    if (room <= 0) return;
    for (const webhook of await dueWebhooks(ports.knex, ports.now(), [...lanes.keys()], room))
      lanes.set(
        webhook,
        lane(ports, webhook)
          .catch(ports.onError)
          .finally(() => lanes.delete(webhook)),
      );
  }

  /** Waits until every open lane has come to its end. */
  const ended = async (): Promise<void> => void (await Promise.all(lanes.values()));

  return {
    begin,
    ended,
    async turn(): Promise<void> {
      await begin();
      await ended();
    },
  };
}

async function lane(ports: Ports, webhook: number): Promise<void> {
  const until = Date.now() + LANE_TIME;
  do {
    const endpoint = await endpointOf(ports, webhook, { active: true });
    const due = endpoint ? await dueEvents(ports.knex, webhook, ports.now()) : [];
    if (!endpoint || due.length === 0) return;
    const causes = await Promise.all(due.map((one) => deliver(ports, endpoint, one)));
    const [cause] = causes.filter((one) => one !== null);
    if (cause) return ports.disable(webhook, cause);
  } while (Date.now() < until && ports.mayGoOn());
}

async function deliver(ports: Ports, endpoint: Endpoint, due: Due): Promise<Cause | null> {
  const outcome = await sendEvent(ports, endpoint, { id: due.event, body: due.body });
  return mark(ports, endpoint.webhook, due, outcome);
}

async function dueWebhooks(knex: Knex, now: number, except: number[], most: number): Promise<number[]> {
  const due = knex('webhook_deliveries as d')
    .whereRaw('d.webhook_id = w.id')
    .where({ 'd.state': 'waiting' })
    .where('d.next_at', '<=', now)
    .select(knex.raw('1'));
  const rows = await knex('story_webhooks as w')
    .join('api_consumers as c', 'c.id', 'w.consumer_id')
    .join('webhook_standings as s', 's.webhook_id', 'w.id')
    .where(IN_USE)
    .whereNotNull('s.secret')
    .whereNotIn('w.id', except)
    .whereExists(due)
    // Whoever has waited longest for a lane is first.
    .orderByRaw('COALESCE(s.tried_at, 0), w.id')
    .limit(most)
    .select('w.id');
  return rows.map((row) => Number(row.id));
}

/** The oldest waiting event of each story, as far as it is due. */
async function dueEvents(knex: Knex, webhook: number, now: number): Promise<Due[]> {
  const earlier = knex('webhook_deliveries as e')
    .where({ 'e.webhook_id': webhook, 'e.state': 'waiting' })
    .whereRaw('e.story_id = d.story_id AND e.id < d.id')
    .select(knex.raw('1'));
  const rows = await knex('webhook_deliveries as d')
    .where({ 'd.webhook_id': webhook, 'd.state': 'waiting' })
    .where('d.next_at', '<=', now)
    .whereNotExists(earlier)
    .orderBy(['d.next_at', 'd.id'])
    .limit(AT_ONCE)
    .select('d.id', 'd.event_id', 'd.body', 'd.tries', 'd.first_tried_at');
  return rows.map((row) => ({
    id: Number(row.id),
    event: String(row.event_id),
    body: String(row.body),
    tries: Number(row.tries),
    firstTriedAt: row.first_tried_at === null ? null : Number(row.first_tried_at),
  }));
}
