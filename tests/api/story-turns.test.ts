import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Builders, builders, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { connect } from './support/connect';
import { pictureOf, storyAt, TO_PUBLISHED, walk } from './support/story';
import {
  change,
  deliveriesOf,
  listening,
  someStory,
  startWebhookServer,
  type WebhookServer,
} from './support/webhook-server';

// SQLite has one writer at a time: who comes second reads what the first has written.
const together = describe.runIf(inject('server').databaseUrl);

let by: Client;
let make: Builders;
let db: Knex;
beforeAll(async () => {
  by = await office();
  make = builders(by);
  db = connect(inject('server'));
});
afterAll(() => db?.destroy());

/** Until the work is done, or waits for what the transaction holds. */
async function untilWaiting(trx: Knex.Transaction, work: Promise<unknown>): Promise<void> {
  let isDone = false;
  const end = () => {
    isDone = true;
  };
  work.then(end, end);
  const waits = { granted: false, locktype: 'transactionid' };
  while (!isDone && !(await trx('pg_locks').where(waits).first('pid')));
}

const takeTurn = (trx: Knex.Transaction, count = 0) =>
  trx('released_head').update({ position: trx.raw('position + ?', [count]) });

together('a picture that goes while its story comes out', () => {
  it('stays, for it is shown', async () => {
    const story = await make.publishable();
    await walk(by, story, ...TO_PUBLISHED, 'correct');
    const photo = await pictureOf(by, make, story);
    const publication = await db.transaction();
    await takeTurn(publication);
    const removing = by.remove(`/story-photos/${photo.documentId}`, photo.rev);
    await untilWaiting(publication, removing);
    await publication('released_pictures').insert({
      key: unique('key'),
      story_id: story.id,
      photo_id: photo.id,
      file: '{}',
      live: true,
    });
    await publication.commit();
    const { status, error } = await removing;
    expect([status, error?.details.code]).toEqual([409, 'IN_USE']);
  });
});

together('a new name', () => {
  it('takes its turn last: who holds what else changes and waits for the turn is not in the way', async () => {
    const unit = await make.unit();
    const pairing = await make.pairing({ unit: unit.documentId });
    const story = await make.publishable({ unit: unit.documentId });
    await walk(by, story, ...TO_PUBLISHED);
    const other = await db.transaction();
    await other('pairings').where({ id: pairing.id }).update({ id: pairing.id });
    const name = unique('改名');
    const { data } = await by.get<Rec>(`/units/${unit.documentId}`);
    const renaming = by.put(
      `/units/${unit.documentId}`,
      { data: { name, unitClass: 'school' } },
      Number(data.rev),
    );
    await untilWaiting(other, renaming);
    await takeTurn(other);
    await other.commit();
    const answer = await renaming;
    expect(answer.status, answer.text).toBe(200);
    const told = await db('released_names').where({ kind: 'unit', id: unit.id }).first('name');
    expect(told.name).toBe(name);
    expect((await by.get(storyAt(story))).status).toBe(200);
  });
});

together('a replay while a story changes', () => {
  let at: WebhookServer;
  beforeAll(async () => {
    at = await startWebhookServer('turns');
  });
  afterAll(() => at?.close());

  it('comes after the change, and tells nothing of before it', async () => {
    const { webhook } = await listening(at);
    const story = someStory();
    const position = await change(at, { ...story, change: 'published' });
    const since = new Date(Date.now() - 60_000).toISOString();
    await at.knex('released_stories').insert({
      story_id: story.story,
      document_id: story.documentId,
      position,
      visible: true,
      change: 'published',
      good_practice: false,
      released_at: Date.now(),
      changed_at: Date.now(),
      item: '{}',
    });
    const states = async () => (await deliveriesOf(at, webhook)).map(({ state }) => state);
    await expect.poll(states).toEqual(['delivered']);
    const replays = (data: object) => at.by.post(`/webhooks/${webhook.documentId}/replay`, { data });
    const [first] = await deliveriesOf(at, webhook);
    const again = () =>
      at.by.post(`/webhooks/${webhook.documentId}/deliveries/${first?.id}/replay`, { data: {} });
    for (const replay of [() => replays({ since }), again]) {
      const withdrawal = await at.knex.transaction();
      await takeTurn(withdrawal, 1);
      const head = await withdrawal('released_head').first('position');
      const moved = { position: Number(head.position), visible: false, change: 'withdrawn' };
      const replaying = replay();
      await untilWaiting(withdrawal, replaying);
      await withdrawal('released_stories').where({ story_id: story.story }).update(moved);
      await withdrawal.commit();
      expect((await replaying).status).toBeLessThan(300);
      const [last] = await deliveriesOf(at, webhook);
      expect(last).toMatchObject({ type: 'story.withdrawn', replayed: true });
      await at.knex('released_stories').where({ story_id: story.story }).update({
        visible: true,
        change: 'published',
      });
      await expect.poll(async () => new Set(await states())).toEqual(new Set(['delivered']));
    }
  });
});
