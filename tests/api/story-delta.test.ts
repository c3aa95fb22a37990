import { storyChangesSchema } from '@jiedui/shared/story-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, step, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { corrected, follow, published, reader } from './support/published';
import { edit, storyAt, walk } from './support/story';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

const of = (changes: { documentId: string }[], story: Rec) =>
  changes.filter(({ documentId }) => documentId === story.documentId);

describe('the changes', () => {
  it('tell what was published, corrected and withdrawn once each, in the order of commits', async () => {
    const { client } = await reader(by, make);
    const start = (await follow(client, null)).cursor;
    const { story: first } = await published(by, make);
    const { story: second } = await published(by, make);
    const { story: third } = await published(by, make);
    const renamed = unique('更正后');
    await corrected(by, first, { title: renamed });
    await walk(by, second, 'withdraw');
    const { changes, cursor } = await follow(client, start);
    expect(changes.map(({ documentId }) => documentId)).toEqual(
      [third, first, second].map(({ documentId }) => documentId),
    );
    expect(of(changes, first)[0]).toMatchObject({ title: renamed, correction: '更正了数字' });
    expect(of(changes, second)).toEqual([
      {
        id: second.documentId,
        documentId: second.documentId,
        removed: 'withdrawn',
        changedAt: expect.any(String),
      },
    ]);
    expect(of(changes, third)[0]).toMatchObject({ title: third.title, removedPictures: [] });
    expect((await follow(client, cursor)).changes).toEqual([]);
  });

  it('say the same again to whoever asks again, in pages of any size', async () => {
    const { client } = await reader(by, make);
    for (let at = 0; at < 3; at += 1) await published(by, make);
    const whole = await follow(client, null);
    const small = await follow(client, null, 2);
    expect(small.changes).toEqual(whole.changes);
    expect(small.cursor).toBe(whole.cursor);
    const answer = await client.get('/stories/changes?limit=3');
    expect(storyChangesSchema.safeParse(answer.body).error).toBeUndefined();
  });

  it('at the end are answered 304 until something changes', async () => {
    const { client } = await reader(by, make);
    const { cursor } = await follow(client, null);
    const path = `/stories/changes?cursor=${cursor}`;
    const once = await client.get(path);
    const headers = { 'If-None-Match': String(once.headers.get('etag')) };
    expect((await client.get(path, { headers })).status).toBe(304);
    await published(by, make);
    const then = await client.get(path, { headers });
    expect(then.status).toBe(200);
    expect(then.data).toHaveLength(1);
  });

  it('begin at a time where there is no cursor yet', async () => {
    const { client } = await reader(by, make);
    const { story } = await published(by, make);
    const item = (await client.get<Rec>(`/stories/${story.documentId}`)).data;
    const since = encodeURIComponent(String(item.changedAt));
    const answer = await client.get(`/stories/changes?updatedSince=${since}`);
    expect(of(answer.data, story)).toHaveLength(1);
    const later = await client.get(`/stories/changes?updatedSince=2099-01-01T00:00:00Z`);
    expect(later.data).toEqual([]);
  });

  it.each([
    ['cursor=abc', 'cursor', 'CURSOR_UNUSABLE'],
    [`cursor=${Buffer.from('0:5:*').toString('base64url')}`, 'cursor', 'CURSOR_UNUSABLE'],
    ['limit=201', 'limit', 'OUT_OF_RANGE'],
    ['limit=0', 'limit', 'OUT_OF_RANGE'],
    ['updatedSince=yesterday', 'updatedSince', 'WRONG_TYPE'],
    ['after=1', 'after', 'UNKNOWN_FIELD'],
  ])('refuse %s and name it', async (query, field, code) => {
    const { client } = await reader(by, make);
    const { status, error } = await client.get(`/stories/changes?${query}`);
    expect(status).toBe(400);
    expect(error.details.errors).toMatchObject([{ path: [field], code }]);
  });
});

describe('who is confined to a column', () => {
  it('is told that a story has left it, and no more of it afterwards', async () => {
    const [mine, other] = [await make.column(), await make.column()];
    const { client } = await reader(by, make, [mine.documentId]);
    const { story } = await published(by, make, { column: mine.documentId });
    const { story: foreign } = await published(by, make, { column: other.documentId });
    const first = await follow(client, null);
    expect(of(first.changes, story)[0]).toMatchObject({ title: story.title });
    expect(of(first.changes, foreign)).toEqual([]);
    const moved = await corrected(by, story, { column: other.documentId });
    const { changes, cursor } = await follow(client, first.cursor);
    expect(changes).toMatchObject([{ documentId: story.documentId, removed: 'outOfScope' }]);
    await walk(by, moved, 'withdraw');
    expect((await follow(client, cursor)).changes).toEqual([]);
    expect((await client.get(`/stories/${story.documentId}`)).status).toBe(404);
  });

  it('is told so also where it begins at a time, whatever the story has done elsewhere since', async () => {
    const [mine, other] = [await make.column(), await make.column()];
    const { client } = await reader(by, make, [mine.documentId]);
    const { story } = await published(by, make, { column: mine.documentId });
    const { data } = await client.get<Rec>(`/stories/${story.documentId}`);
    const since = encodeURIComponent(new Date(Date.parse(String(data.changedAt)) + 1).toISOString());
    const moved = await corrected(by, story, { column: other.documentId });
    const { story: later } = await published(by, make, { column: mine.documentId });
    await corrected(by, moved, { title: unique('再改') });
    const { data: told } = await client.get<Rec[]>(`/stories/changes?updatedSince=${since}`);
    expect(told).toMatchObject([
      { documentId: story.documentId, removed: 'outOfScope' },
      { documentId: later.documentId, title: later.title },
    ]);
  });

  it('sees a story that moves within several columns once, as it is', async () => {
    const [one, two] = [await make.column(), await make.column()];
    const { client } = await reader(by, make, [one.documentId, two.documentId]);
    const { story } = await published(by, make, { column: one.documentId });
    const { cursor } = await follow(client, null);
    await corrected(by, story, { column: two.documentId });
    const later = await follow(client, cursor);
    expect(later.changes).toMatchObject([{ documentId: story.documentId, column: { slug: two.slug } }]);
    const fromStart = await follow(client, null, 1);
    expect(of(fromStart.changes, story)).toHaveLength(1);
  });

  it('starts anew when its columns are others: what lies before the cursor was never told', async () => {
    const [one, two] = [await make.column(), await make.column()];
    const { client, consumer } = await reader(by, make, [one.documentId]);
    const { story } = await published(by, make, { column: two.documentId });
    const { cursor } = await follow(client, null);
    const now = await by.get<Rec>(`/api-consumers/${consumer.documentId}`);
    const data = { columns: [one.documentId, two.documentId] };
    const changed = await by.put(`/api-consumers/${consumer.documentId}`, { data }, now.data.rev);
    expect(changed.status, changed.text).toBe(200);
    const answer = await client.get(`/stories/changes?cursor=${cursor}`);
    expect([answer.status, answer.error.details.code]).toEqual([400, 'CURSOR_UNUSABLE']);
    expect(of((await follow(client, null)).changes, story)).toHaveLength(1);
  });
});

describe('a new name', () => {
  it.each([
    ['column', 'story-columns', () => make.column()],
    ['unit', 'units', () => make.unit()],
    ['station', 'stations', () => make.station()],
  ] as const)('of its %s is told of every story that is out', async (kind, plural, made) => {
    const named = await made();
    const { client } = await reader(by, make);
    const { story } = await published(by, make, { [kind]: named.documentId });
    const { cursor } = await follow(client, null);
    const name = unique('改名');
    const now = await by.get<Rec>(`/${plural}/${named.documentId}`);
    const put = await by.put(`/${plural}/${named.documentId}`, { data: { name } }, now.data.rev);
    expect(put.status, put.text).toBe(200);
    const { changes } = await follow(client, cursor);
    expect(changes).toMatchObject([{ documentId: story.documentId, [kind]: { name } }]);
  });
});

describe('while a correction is written', () => {
  it('what is out stays as it was, and nothing is told', async () => {
    const { client } = await reader(by, make);
    const { story } = await published(by, make);
    const { cursor } = await follow(client, null);
    const begun = await step(by, storyAt(story), 'correct');
    await edit(by, begun, { title: unique('未刊发') });
    expect((await follow(client, cursor)).changes).toEqual([]);
    const item = await client.get<Rec>(`/stories/${story.documentId}`);
    expect(item.data.title).toBe(story.title);
  });

  it('the column in which it is out stays, until the correction comes out in another', async () => {
    const [column, other] = [await make.column(), await make.column()];
    const { client } = await reader(by, make);
    const { story } = await published(by, make, { column: column.documentId });
    const begun = await step(by, storyAt(story), 'correct');
    const changed = await edit(by, begun, { column: other.documentId, correction: '换了专栏' });
    const remove = () => by.remove(`/story-columns/${column.documentId}`, Number(column.rev));
    const refused = await remove();
    expect([refused.status, refused.error.details.code]).toEqual([409, 'IN_USE']);
    const item = await client.get<Rec>(`/stories/${story.documentId}`);
    expect(item.data.column).toMatchObject({ slug: column.slug });
    await walk(by, changed, 'republish');
    expect((await remove()).status).toBe(204);
  });
});
