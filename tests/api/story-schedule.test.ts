import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Builders, builders, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { connect } from './support/connect';
import { edit, storyAt, TO_APPROVED, walk } from './support/story';

let by: Client;
let make: Builders;
const db = connect(inject('server'));

beforeAll(async () => {
  by = await office();
  make = builders(by);
});
afterAll(() => db.destroy());

const LATER = '2099-01-01T00:00:00.000Z';
const PAST = '2022-11-01T00:00:00.000Z';

const scheduled = async (values: object = {}) =>
  walk(by, await make.publishable({ scheduledFor: LATER, ...values }), ...TO_APPROVED, 'schedule');

/** As if its time had come: nobody waits for it in a test. */
async function makeDue(story: Rec): Promise<void> {
  const at = inject('server').databaseUrl ? PAST : Date.parse(PAST);
  await db('stories').where({ document_id: story.documentId }).update({ scheduled_for: at });
}

const stateOf = async (story: Rec) => (await by.get<Rec>(storyAt(story))).data.state;
const steps = async (story: Rec) =>
  (await by.get<Rec[]>(`${storyAt(story)}/history`)).data.filter(({ action }) => action === 'transition');

const POLL = { timeout: 30_000, interval: 300 };

describe('a time is chosen', () => {
  it.each<[Record<string, unknown>, string[], string]>([
    [{ scheduledFor: PAST }, ['scheduledFor'], 'in the past'],
    [
      { scheduledFor: LATER, embargoUntil: '2099-01-01T00:00:01.000Z' },
      ['scheduledFor'],
      'within the embargo',
    ],
    [{ scheduledFor: null }, ['scheduledFor'], 'none'],
    [{ scheduledFor: LATER, embargoUntil: LATER }, [], 'as the embargo ends'],
  ])('%j → %j (%s)', async (values, fields) => {
    const story = await walk(by, await make.publishable(values), ...TO_APPROVED);
    const answer = await by.step(storyAt(story), 'schedule', story.rev);
    expect(answer.status).toBe(fields.length > 0 ? 422 : 200);
    expect((answer.error?.details.errors ?? []).map(({ path }) => path[0])).toEqual(fields);
  });

  it('and taken back', async () => {
    const story = await scheduled();
    expect((await step(by, storyAt(story), 'unschedule', '等采访')).state).toBe('approved');
  });
});

describe('a story whose time has come', { timeout: 60_000 }, () => {
  it('comes out by itself, once, by one that the log names', async () => {
    const story = await scheduled();
    await makeDue(story);
    await expect.poll(() => stateOf(story), POLL).toBe('published');
    const { data } = await by.get<Rec>(storyAt(story));
    expect(data.releasedAt).toBeTruthy();
    const published = (await steps(story)).filter(({ transition }) => transition === 'publish');
    expect(published).toHaveLength(1);
    expect(JSON.stringify(published)).toContain('定时刊发');
  });

  it('does not while a picture is not cleared: it goes back to the desk, which is told why', async () => {
    const desk = await make.person('publicity');
    const story = await make.publishable({ scheduledFor: LATER });
    const photo = await make.storyPhoto({
      story: story.documentId,
      caption: '课堂',
      people: 'none',
      alt: '课',
    });
    await db('story_photos').where({ document_id: photo.documentId }).update({ story_id: null });
    await walk(by, story, ...TO_APPROVED, 'schedule');
    await db('story_photos').where({ document_id: photo.documentId }).update({ story_id: story.id });
    await makeDue(story);
    await expect.poll(() => stateOf(story), POLL).toBe('approved');
    const back = (await steps(story)).find(({ transition }) => transition === 'unschedule');
    expect(back?.reason).toBe('定时刊发未成功:图片“课堂”没有上传文件，请上传或删除这张图片。');
    const told = await desk.client.get('/notifications');
    expect(JSON.stringify(told.data)).toContain(`定时刊发未成功:${story.title}`);
  });

  it('one that is held back keeps no other from coming out', async () => {
    const held = await scheduled();
    const other = await scheduled();
    const at = inject('server').databaseUrl ? LATER : Date.parse(LATER);
    await db('stories').where({ document_id: held.documentId }).update({ embargo_until: at });
    await Promise.all([makeDue(held), makeDue(other)]);
    await expect.poll(() => stateOf(other), POLL).toBe('published');
    await expect.poll(() => stateOf(held), POLL).toBe('approved');
  });

  it('that is edited again meanwhile does not', async () => {
    const story = await scheduled();
    await step(by, storyAt(story), 'reopen', '补充采访');
    await makeDue(story);
    const other = await scheduled();
    await makeDue(other);
    await expect.poll(() => stateOf(other), POLL).toBe('published');
    expect(await stateOf(story)).toBe('edited');
    await edit(by, story, { title: '再改' });
  });
});
