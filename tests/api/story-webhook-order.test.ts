import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readEnvironment } from '../../cms/src/environment';
import { readAllowList } from '../../cms/src/story/webhooks/allow-list';
import { dispatcher } from '../../cms/src/story/webhooks/dispatcher';
import { forgetDeliveries } from '../../cms/src/story/webhooks/forget';
import { sealingKey } from '../../cms/src/story/webhooks/secrets';
import type { Resolve } from '../../cms/src/story/webhooks/target';
import type { Rec } from './support/client';
import {
  change,
  deliveriesOf,
  listening,
  someStory,
  startWebhookServer,
  type WebhookServer,
} from './support/webhook-server';

const SECOND = 1000;
const HOUR = 3_600_000;

let at: WebhookServer;
let now = Date.now();
let disabled: [number, string][] = [];

beforeAll(async () => {
  at = await startWebhookServer('order');
  // The server's own dispatcher stands by: the tests send, each turn when they say.
  const held = { holder: 'the tests', until: Date.now() + 24 * HOUR };
  await at
    .knex('leases')
    .insert({ name: 'webhooks', ...held })
    .onConflict('name')
    .merge(held);
});
afterAll(() => at?.close());
beforeEach(async () => {
  // Ahead of the clock by which events are made, so that all are due.
  now = Date.now() + HOUR;
  disabled = [];
  at.receiver.requests.length = 0;
  at.receiver.answer = () => 204;
  await at.knex('webhook_deliveries').delete();
  // Each test's own webhook alone is told.
  await at.knex('story_webhooks').update({ state: 'disabled' });
});

function sender(resolve: Resolve = () => Promise.reject(new Error('No names here')), allow = '127.0.0.1') {
  return dispatcher({
    knex: at.knex,
    now: () => now,
    chance: () => 0,
    resolve,
    allow: readAllowList(allow).list,
    key: sealingKey(readEnvironment().secrets.encryptionKey),
    disable: async (webhook, cause) => void disabled.push([webhook, cause]),
    mayGoOn: () => true,
    onError: (error) => {
      throw error;
    },
  });
}

const told = () => at.receiver.requests.map(({ event }) => `${event.data.documentId} ${event.type}`);
const told1 = (story: { documentId: string }, type: string) => `${story.documentId} story.${type}`;
const waits = async (webhook: Rec) =>
  (await deliveriesOf(at, webhook, '?state=waiting')).map(({ nextAt }) => Date.parse(String(nextAt)) - now);

describe('the order', () => {
  it('of a story holds under failures, while other stories go on', async () => {
    await listening(at);
    const [held, other] = [someStory(), someStory()];
    for (const name of ['published', 'corrected', 'withdrawn'] as const) {
      await change(at, { ...held, change: name });
      await change(at, { ...other, change: name });
    }
    at.receiver.answer = ({ event }) => (event.data.documentId === held.documentId ? 500 : 204);
    await sender().turn();
    expect(told().filter((one) => one.startsWith(other.documentId))).toEqual(
      ['published', 'corrected', 'withdrawn'].map((type) => told1(other, type)),
    );
    expect(told().filter((one) => one.startsWith(held.documentId))).toEqual([told1(held, 'published')]);
    at.receiver.requests.length = 0;
    at.receiver.answer = () => 204;
    await sender().turn();
    expect(told()).toEqual([]);
    now += 5 * SECOND;
    await sender().turn();
    expect(told()).toEqual(['published', 'corrected', 'withdrawn'].map((type) => told1(held, type)));
  });

  it('bears the same id and body at every try', async () => {
    await listening(at);
    await change(at, { ...someStory(), change: 'published' });
    at.receiver.answer = () => 503;
    await sender().turn();
    now += 5 * SECOND;
    await sender().turn();
    const [first, second] = at.receiver.requests;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(Number(second?.headers['webhook-timestamp']) - Number(first?.headers['webhook-timestamp'])).toBe(
      5,
    );
  });

  it('goes on with the next event when one is given up after three days', async () => {
    const { webhook } = await listening(at);
    const story = someStory();
    await change(at, { ...story, change: 'published' });
    await change(at, { ...story, change: 'corrected' });
    at.receiver.answer = ({ event }) => (event.type === 'story.published' ? 500 : 204);
    const seen: number[] = [];
    for (let tries = 0; tries < 30 && told().at(-1) !== told1(story, 'corrected'); tries += 1) {
      await sender().turn();
      const [wait] = (await waits(webhook)).filter((one) => one > 0);
      if (wait === undefined) break;
      seen.push(wait / SECOND);
      now += wait;
    }
    expect(seen.slice(0, 7)).toEqual([5, 30, 120, 600, 3600, 21_600, 21_600]);
    expect(seen.reduce((sum, one) => sum + one, 0) / 3600).toBeGreaterThan(66);
    expect((await deliveriesOf(at, webhook)).map(({ state }) => state)).toEqual(['delivered', 'givenUp']);
    expect(told().at(-1)).toBe(told1(story, 'corrected'));
  });
});

describe('an address', () => {
  it('that only fails is disabled after many failures and a day, not before', async () => {
    const { webhook } = await listening(at);
    at.receiver.answer = () => 500;
    for (let count = 0; count < 19; count += 1) await change(at, { ...someStory(), change: 'published' });
    await sender().turn();
    now += 24 * HOUR - 1;
    await sender().turn();
    expect(disabled).toEqual([]);
    now += 6 * HOUR;
    await sender().turn();
    expect(disabled).toEqual([[webhook.id, 'failing']]);
  });

  it('that receives one in between is not', async () => {
    await listening(at);
    at.receiver.answer = () => 500;
    for (let count = 0; count < 25; count += 1) await change(at, { ...someStory(), change: 'published' });
    await sender().turn();
    now += 25 * HOUR;
    let answers = 0;
    at.receiver.answer = () => {
      answers += 1;
      return answers === 1 ? 204 : 500;
    };
    await sender().turn();
    expect(disabled).toEqual([]);
  });

  it('that does not answer keeps no other waiting', async () => {
    await listening(at, [], `${at.receiver.url}/slow`);
    await listening(at, [], `${at.receiver.url}/quick`);
    for (let count = 0; count < 12; count += 1) await change(at, { ...someStory(), change: 'published' });
    at.receiver.answer = ({ path }) => (path === '/slow' ? 'nothing' : 204);
    const turn = sender();
    await turn.begin();
    const quick = () => at.receiver.requests.filter(({ path }) => path === '/quick').length;
    await expect.poll(quick).toBe(12);
    expect(at.receiver.requests.filter(({ path }) => path === '/slow').length).toBeLessThanOrEqual(4);
    // Those that do not answer are given ten seconds.
    await turn.ended();
    const failures = await at.knex('webhook_deliveries').where({ failure: 'timeout' });
    expect(failures.length).toBeGreaterThanOrEqual(4);
  });

  it('is signed for with the former secret for a day', async () => {
    const { webhook, secret } = await listening(at);
    const path = `/webhooks/${webhook.documentId}/secret`;
    const { data } = await at.by.post<{ secret: string }>(path, { data: {} });
    for (const after of [23 * HOUR, 25 * HOUR]) {
      now = Date.now() + after;
      await change(at, { ...someStory(), change: 'published' });
      await sender().turn();
    }
    const signatures = at.receiver.requests.map(({ headers, body }) => {
      const stamp = new Date(Number(headers['webhook-timestamp']) * 1000);
      const expected = [data.secret, secret].map((one) =>
        new Webhook(one).sign(String(headers['webhook-id']), stamp, body),
      );
      return expected.map((one) => String(headers['webhook-signature']).split(' ').includes(one));
    });
    expect(signatures).toEqual([
      [true, true],
      [true, false],
    ]);
  });
});

describe('a name that leads elsewhere than when it was saved', () => {
  const url = () => `http://paper.example:${at.receiver.port}/hook`;
  const tell = async (resolve: Resolve, allow?: string) => {
    const { webhook } = await listening(at);
    await at.knex('story_webhooks').where({ id: webhook.id }).update({ url: url() });
    await change(at, { ...someStory(), change: 'published' });
    await sender(resolve, allow).turn();
    return (await deliveriesOf(at, webhook))[0];
  };

  it('is not followed into the inner network', async () => {
    const delivery = await tell(
      async () => [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
      '93.184.216.34',
    );
    expect(delivery).toMatchObject({ state: 'waiting', tries: 1, failure: 'https' });
    await at.knex('webhook_deliveries').delete();
    await at.knex('story_webhooks').update({ url: url().replace('http:', 'https:') });
    await change(at, { ...someStory(), change: 'published' });
    await sender(async () => [{ address: '127.0.0.1', family: 4 }], '').turn();
    const failures = await at.knex('webhook_deliveries').distinct('failure').pluck('failure');
    expect(failures).toEqual(['private']);
    expect(at.receiver.requests).toEqual([]);
  });

  it('is resolved once: the connection goes to the address that was checked', async () => {
    let asked = 0;
    const delivery = await tell(async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '127.9.9.9', family: 4 }];
    });
    expect(delivery).toMatchObject({ state: 'delivered', tries: 1 });
    expect(asked).toBe(1);
    expect(at.receiver.requests[0]?.headers.host).toBe(`paper.example:${at.receiver.port}`);
  });
});

describe('the log', () => {
  it('forgets what is older than 90 days', async () => {
    const { webhook } = await listening(at);
    await change(at, { ...someStory(), change: 'published' });
    await forgetDeliveries(at.knex, Date.now() + 89 * 24 * HOUR);
    expect(await deliveriesOf(at, webhook)).toHaveLength(1);
    await forgetDeliveries(at.knex, Date.now() + 91 * 24 * HOUR);
    expect(await deliveriesOf(at, webhook)).toHaveLength(0);
  });
});
