import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { builders, step } from './support/builders';
import { office, type Rec } from './support/client';
import { corrected, published } from './support/published';
import { walk } from './support/story';
import {
  change,
  deliveriesOf,
  listening,
  someStory,
  startWebhookServer,
  type WebhookServer,
} from './support/webhook-server';

let at: WebhookServer;
beforeAll(async () => {
  at = await startWebhookServer('webhooks');
});
afterAll(() => at?.close());
beforeEach(async () => {
  // Each test's own webhook alone is told.
  await at.knex('story_webhooks').update({ state: 'disabled' });
  at.receiver.requests.length = 0;
  at.receiver.answer = () => 204;
});

const states = async (webhook: Rec) => (await deliveriesOf(at, webhook)).map(({ state }) => state);
const pathOf = ({ documentId }: Rec) => `/webhooks/${documentId}`;
const told = () => at.receiver.requests.map(({ event }) => event.type);

describe('a change of a story', () => {
  it('is told without its text, signed, so that package and hand verify it', async () => {
    const { webhook, secret } = await listening(at);
    const story = someStory();
    await change(at, { ...story, change: 'published' });
    await expect.poll(() => states(webhook)).toEqual(['delivered']);
    const [{ headers, body, event }] = at.receiver.requests as [(typeof at.receiver.requests)[0]];
    expect(event).toMatchObject({
      type: 'story.published',
      data: {
        documentId: story.documentId,
        url: expect.stringContaining(`/api/stories/${story.documentId}`),
      },
    });
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(event);
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const hand = createHmac('sha256', key).update(text).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${hand}`);
  });

  it('is told to those whose columns it is in, and to those whose it left', async () => {
    const [mine, other] = [await at.make.column(), await at.make.column()];
    const one = await listening(at, [mine], `${at.receiver.url}/mine`);
    const all = await listening(at, [], `${at.receiver.url}/all`);
    const story = someStory();
    await change(at, { ...story, change: 'published', columns: [mine.id] });
    await change(at, { ...story, change: 'corrected', columns: [other.id], left: [mine.id] });
    await change(at, { ...story, change: 'withdrawn', columns: [], left: [other.id] });
    const types = async (webhook: Rec) => (await deliveriesOf(at, webhook)).map(({ type }) => type).reverse();
    expect(await types(one.webhook)).toEqual(['story.published', 'story.outOfScope']);
    expect(await types(all.webhook)).toEqual(['story.published', 'story.corrected', 'story.withdrawn']);
  });

  it('is told to nobody without a secret, or whose consumer is revoked', async () => {
    const consumer = await at.make.consumer();
    const url = `${at.receiver.url}/hook`;
    const bare = await at.make.webhook({ consumer: consumer.documentId, url });
    const { webhook } = await listening(at);
    await at.knex('api_consumers').update({ state: 'revoked' });
    await change(at, { ...someStory(), change: 'published' });
    expect([...(await states(webhook)), ...(await states(bare))]).toEqual([]);
  });
});

describe('the secret', () => {
  it('is shown once, lies sealed in the database, and the former one signs beside the new one', async () => {
    const { webhook, secret } = await listening(at);
    const { data } = await at.by.post<{ secret: string }>(`${pathOf(webhook)}/secret`, { data: {} });
    expect(data.secret).not.toBe(secret);
    const standing = await at.by.get(`${pathOf(webhook)}/standing`);
    const row = await at.knex('webhook_standings').where({ webhook_id: webhook.id }).first();
    for (const one of [secret, data.secret])
      for (const text of [standing.text, JSON.stringify(row), (await at.by.get(pathOf(webhook))).text])
        expect(text).not.toContain(one.slice(6, 30));
    await change(at, { ...someStory(), change: 'published' });
    await expect.poll(() => states(webhook)).toEqual(['delivered']);
    const [request] = at.receiver.requests;
    for (const one of [secret, data.secret])
      expect(() =>
        new Webhook(one).verify(request?.body ?? '', request?.headers as Record<string, string>),
      ).not.toThrow();
    const history = await at.by.get<{ reason: string }[]>(`${pathOf(webhook)}/history`);
    expect(history.data.map(({ reason }) => reason).slice(0, 2)).toEqual(['更换签名密钥', '生成签名密钥']);
  });
});

describe('a test', () => {
  it('is sent at once and says what came of it', async () => {
    const { webhook } = await listening(at);
    const path = `${pathOf(webhook)}/test`;
    expect((await at.by.post(path, { data: {} })).data).toMatchObject({
      type: 'ping',
      state: 'delivered',
      status: 204,
    });
    at.receiver.answer = () => 302;
    const refused = await at.by.post(path, { data: {} });
    expect(refused.data).toMatchObject({ state: 'givenUp', failure: 'redirect', answer: 'answer 302' });
    expect(told()).toEqual(['ping', 'ping']);
  });
});

describe('410', () => {
  it('disables at once, in the log and told to publicity; what is missed is replayed as it is now', async () => {
    const publicity = await at.make.person('publicity');
    const { webhook } = await listening(at);
    at.receiver.answer = () => 410;
    await change(at, { ...someStory(), change: 'published' });
    const state = async () => (await at.by.get<Rec>(pathOf(webhook))).data.state;
    await expect.poll(state).toBe('disabled');
    expect(await states(webhook)).toEqual(['givenUp']);
    const history = await at.by.get<{ transition: string; reason: string }[]>(`${pathOf(webhook)}/history`);
    expect(history.data[0]).toMatchObject({ transition: 'disable', reason: expect.stringContaining('410') });
    const notices = await publicity.client.get<{ kind: string; link: string }[]>('/notifications');
    expect(notices.data).toContainEqual(expect.objectContaining({ kind: 'webhook', link: pathOf(webhook) }));

    at.receiver.answer = () => 204;
    const story = someStory();
    await released(story, 'published');
    await released(story, 'withdrawn');
    expect((await at.by.post(`${pathOf(webhook)}/replay`, { data: { missed: true } })).status).toBe(422);
    await step(at.by, pathOf(webhook), 'enable');
    at.receiver.requests.length = 0;
    expect((await at.by.post(`${pathOf(webhook)}/replay`, { data: { missed: true } })).data).toMatchObject({
      replayed: 1,
      more: false,
    });
    await expect.poll(told).toEqual(['story.withdrawn']);
    const again = await at.by.post(`${pathOf(webhook)}/replay`, { data: { missed: true } });
    expect(again.data).toMatchObject({ replayed: 0 });
  });
});

/** A story that is out, or was, with the event that tells of it. */
async function released(story: ReturnType<typeof someStory>, name: 'published' | 'withdrawn'): Promise<void> {
  const position = await change(at, { ...story, change: name });
  const row = {
    story_id: story.story,
    document_id: story.documentId,
    position,
    visible: name === 'published',
    change: name,
    good_practice: false,
    released_at: Date.now(),
    changed_at: Date.now(),
    item: '{}',
  };
  await at.knex('released_stories').insert(row).onConflict('story_id').merge();
}

describe('a replay', () => {
  it('of a delivery bears the same id, and tells a story as it is where that has changed', async () => {
    const { webhook } = await listening(at);
    const story = someStory();
    await released(story, 'published');
    await expect.poll(() => states(webhook)).toEqual(['delivered']);
    const [first] = await deliveriesOf(at, webhook);
    const again = () => at.by.post(`${pathOf(webhook)}/deliveries/${first?.id}/replay`, { data: {} });
    expect((await again()).data).toMatchObject({
      eventId: first?.eventId,
      type: 'story.published',
      replayed: true,
    });
    await released(story, 'withdrawn');
    await expect.poll(() => states(webhook)).toEqual(['delivered', 'delivered', 'delivered']);
    const now = (await again()).data;
    expect(now).toMatchObject({ type: 'story.withdrawn', replayed: true });
    expect(now.eventId).not.toBe(first?.eventId);
  });

  it('since a time tells each story once, in the order of changes', async () => {
    const [one, other] = [someStory(), someStory()];
    const since = new Date().toISOString();
    await released(one, 'published');
    await released(other, 'published');
    await released(one, 'withdrawn');
    const { webhook } = await listening(at);
    const answer = await at.by.post(`${pathOf(webhook)}/replay`, { data: { since } });
    expect(answer).toMatchObject({ status: 202, data: { replayed: 2, more: false } });
    await expect.poll(() => states(webhook)).toEqual(['delivered', 'delivered']);
    const types = (await deliveriesOf(at, webhook)).map(({ type, story }) => [type, story?.documentId]);
    expect(types.reverse()).toEqual([
      ['story.published', other.documentId],
      ['story.withdrawn', one.documentId],
    ]);
    for (const data of [{}, { since: 'yesterday' }, { missed: false }, { since, more: 1 }])
      expect((await at.by.post(`${pathOf(webhook)}/replay`, { data })).status).toBe(400);
  });

  it('tells of a story that was withdrawn after it had left the columns only that it left', async () => {
    const [mine, other] = [await at.make.column(), await at.make.column()];
    const since = new Date(Date.now() - 60_000).toISOString();
    const { story: left } = await published(at.by, at.make, { column: mine.documentId });
    const moved = await corrected(at.by, left, { column: other.documentId });
    await walk(at.by, moved, 'withdraw');
    const { story: stayed } = await published(at.by, at.make, { column: mine.documentId });
    await walk(at.by, stayed, 'withdraw');
    const { webhook } = await listening(at, [mine]);
    await at.by.post(`${pathOf(webhook)}/replay`, { data: { since } });
    const types = (await deliveriesOf(at, webhook)).map(({ type, story }) => [type, story?.documentId]);
    expect(types.reverse()).toEqual([
      ['story.outOfScope', left.documentId],
      ['story.withdrawn', stayed.documentId],
    ]);
  });

  it('and the log are for the desk alone, and of the webhook in the address', async () => {
    const { webhook } = await listening(at);
    const { webhook: other } = await listening(at);
    await change(at, { ...someStory(), change: 'published' });
    const [delivery] = await deliveriesOf(at, webhook);
    const foreign = await at.by.post(`${pathOf(other)}/deliveries/${delivery?.id}/replay`, { data: {} });
    expect(foreign.status).toBe(404);
    const { client } = await at.make.person('unit', { unit: (await at.make.unit()).documentId });
    for (const path of ['deliveries', 'standing'])
      expect((await client.get(`${pathOf(webhook)}/${path}`)).status).toBe(403);
    for (const path of ['secret', 'test', 'replay'])
      expect((await client.post(`${pathOf(webhook)}/${path}`, { data: {} })).status).toBeGreaterThanOrEqual(
        400,
      );
    expect((await at.by.get('/webhooks/aaaaaaaaaaaaaaaaaaaaaaaa/deliveries')).status).toBe(404);
    expect((await at.by.get(`${pathOf(webhook)}/deliveries?state=x`)).status).toBe(400);
    const query = `?state=dropped&story=${delivery?.story?.documentId}`;
    expect(await deliveriesOf(at, webhook, query)).toEqual([]);
  });
});

/** The process that serves and the one that looks after it, at once: nothing is brought to an end. */
function killAll(pid: number): void {
  const served = execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    .trim()
    .split('\n');
  for (const one of [...served.map(Number), pid]) process.kill(one, 'SIGKILL');
}

describe('a server that is killed between sending and writing it down', () => {
  it('sends the same message again', async () => {
    const { webhook } = await listening(at);
    at.receiver.answer = () => {
      if (at.receiver.requests.length === 1) killAll(at.server.pid);
      return at.receiver.requests.length === 1 ? 'nothing' : 204;
    };
    await change(at, { ...someStory(), change: 'published' });
    await at.server.ended;
    await at.startAgain();
    await expect.poll(() => states(webhook), { timeout: 60_000 }).toEqual(['delivered']);
    const ids = at.receiver.requests.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('an address of the inner network', () => {
  it.each([
    ['http://paper.example/hook', 'https'],
    ['https://127.0.0.1/hook', '内部网络'],
    ['https://localhost/hook', '内部网络'],
    ['https://2130706433/hook', '内部网络'],
    ['https://[::ffff:10.0.0.1]/', '内部网络'],
    ['https://169.254.169.254/latest', '内部网络'],
    ['https://paper.example:25/hook', '端口'],
  ])('%s is refused when it is saved', async (url, words) => {
    const by = await office();
    const consumer = (await builders(by).consumer()).documentId;
    const answer = await by.post('/webhooks', { data: { name: '推送', consumer, url } });
    expect(answer.status).toBe(400);
    const [problem] = answer.error.details.errors ?? [];
    expect(problem?.path).toEqual(['url']);
    expect(problem?.message).toContain(words);
  });
});
