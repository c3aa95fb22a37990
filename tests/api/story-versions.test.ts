import { paragraphsOf } from '@jiedui/shared/story';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { follow, published, reader } from './support/published';
import { edit, fileOf, picture, pictureOf, storyAt, TO_PUBLISHED, walk } from './support/story';

type Version = {
  id: number;
  at: string;
  by: string;
  state: string;
  rev: number;
  label: string;
  text: string;
};
type Whole = Version & {
  title: string;
  content: unknown;
  pictures: { url: string | null; alt: string | null; caption: string | null; credit: string | null }[];
};

let by: Client;
let make: Builders;

beforeAll(async () => {
  by = await office();
  make = builders(by);
});

const versions = async (story: Rec, client = by) =>
  (await client.get<Version[]>(`${storyAt(story)}/versions`)).data;
const version = async (story: Rec, id: number | undefined, client = by) =>
  client.get<Whole>(`${storyAt(story)}/versions/${id}`);

describe('the versions of a story', () => {
  it('are kept at each change of what it says and at each step, by whom', async () => {
    const story = await make.publishable();
    await edit(by, story, { title: '改过的标题' });
    await edit(by, story, { embargoUntil: '2022-11-01T00:00:00.000Z' });
    const photo = await make.storyPhoto({ story: story.documentId, alt: '居民', people: 'none' });
    await by.put(`/story-photos/${photo.documentId}`, { data: { credit: '张三' } }, photo.rev);
    await step(by, storyAt(story), 'submit');
    const list = await versions(story);
    expect(list.map(({ label, state }) => `${label} ${state}`)).toEqual([
      'submit submitted',
      'update draft',
      'update draft',
      'update draft',
      'create draft',
    ]);
    expect(list[0]?.by).toBeTruthy();
    expect(list[0]?.text, 'a step changes nothing of what it says').toBe(list[1]?.text);
    expect(new Set(list.slice(1).map(({ text }) => text)).size, 'each save changed it').toBe(4);
    const first = await version(story, list.at(-1)?.id);
    expect(first.data).toMatchObject({ title: story.title, content: story.content, pictures: [] });
    const last = await version(story, list[0]?.id);
    expect(last.data).toMatchObject({ title: '改过的标题', pictures: [{ alt: '居民', credit: '张三' }] });
  });

  it('are for those who may read the story', async () => {
    const unit = await make.unit();
    const story = await make.publishable({ unit: unit.documentId });
    const other = await make.publishable();
    const member = await make.person('unit', { unit: unit.documentId });
    const [latest] = await versions(story);
    expect((await version(story, latest?.id, member.client)).status).toBe(200);
    const stranger = await make.person('unit', { unit: (await make.unit()).documentId });
    expect((await stranger.client.get(`${storyAt(story)}/versions`)).status).toBe(404);
    expect((await version(story, latest?.id, stranger.client)).status).toBe(404);
    expect((await version(other, latest?.id)).status, 'a version of another story').toBe(404);
  });

  it('a picture that is gone is named, and its file is not given out', async () => {
    const story = await make.publishable();
    const photo = await pictureOf(by, make, story);
    await edit(by, story, { content: [picture(fileOf(photo))] });
    const [latest] = await versions(story);
    await edit(by, story, { content: story.content });
    const { data } = await by.get<Rec>(`/story-photos/${photo.documentId}`);
    expect((await by.remove(`/story-photos/${photo.documentId}`, data.rev)).status).toBe(204);
    const was = await version(story, latest?.id);
    expect(was.data.pictures[0]?.url).toBe(fileOf(photo));
    expect((await by.get(String(was.data.pictures[0]?.url).replace('/api', ''))).status).toBe(404);
  });

  it('an old text is saved again as any other', async () => {
    const story = await make.publishable();
    await edit(by, story, { content: paragraphsOf('另一篇') });
    const old = await version(story, (await versions(story)).at(-1)?.id);
    const restored = await edit(by, story, { content: old.data.content });
    expect(restored.content).toEqual(story.content);
  });
});

describe('a correction given up', () => {
  it('leaves the story as it came out, words of pictures and all', async () => {
    const story = await make.publishable({ tags: ['助老'] });
    const photo = await pictureOf(by, make, story, { caption: '课堂' });
    const out = await walk(by, story, ...TO_PUBLISHED);
    await step(by, storyAt(story), 'correct');
    const column = await make.column();
    await edit(by, story, {
      title: '改了',
      content: paragraphsOf('全改了'),
      tags: [],
      goodPractice: true,
      column: column.documentId,
      correction: '说明',
    });
    const { data } = await by.get<Rec>(`/story-photos/${photo.documentId}`);
    await by.put(`/story-photos/${photo.documentId}`, { data: { caption: '礼堂' } }, data.rev);
    const back = await step(by, storyAt(story), 'cancelCorrection');
    for (const field of [
      'title',
      'summary',
      'content',
      'tags',
      'goodPractice',
      'correction',
      'state',
      'releasedAt',
    ])
      expect(back[field], field).toEqual(out[field]);
    const now = await by.get<Rec>(`${storyAt(story)}?populate[0]=column`);
    expect((now.data.column as Rec).documentId).not.toBe(column.documentId);
    expect((await by.get<Rec>(`/story-photos/${photo.documentId}`)).data.caption).toBe('课堂');
  });

  it('of one that was corrected before goes back to that correction', async () => {
    const story = await make.publishable();
    await walk(by, story, ...TO_PUBLISHED, 'correct');
    await edit(by, story, { title: '第一次更正', correction: '标题有误。' });
    await walk(by, story, 'republish', 'correct');
    await edit(by, story, { title: '第二次更正', correction: '又有误。' });
    const back = await step(by, storyAt(story), 'cancelCorrection');
    expect(back).toMatchObject({ state: 'corrected', title: '第一次更正', correction: '标题有误。' });
  });

  it('leaves the cover as it was, and none of its own', async () => {
    const story = await make.publishable();
    const cover = await pictureOf(by, make, story, { cover: true });
    await walk(by, story, ...TO_PUBLISHED, 'correct');
    const off = await by.put<Rec>(`/story-photos/${cover.documentId}`, { data: { cover: false } }, cover.rev);
    expect(off.status, off.text).toBe(200);
    const other = await pictureOf(by, make, story, { cover: true });
    await step(by, storyAt(story), 'cancelCorrection');
    const isCover = async ({ documentId }: Rec) =>
      (await by.get<Rec>(`/story-photos/${documentId}`)).data.cover;
    expect([await isCover(cover), await isCover(other)]).toEqual([true, false]);
  });

  it('takes a picture out of which was learnt meanwhile that nobody has agreed to it', async () => {
    const { client } = await reader(by, make);
    const { story, photos } = await published(by, make, {}, [{}, {}]);
    const [kept, learnt] = photos as [Rec, Rec];
    const { cursor } = await follow(client, null);
    await walk(by, story, 'correct');
    const who = { people: 'minors', persons: 2 };
    const { data } = await by.get<Rec>(`/story-photos/${learnt.documentId}`);
    const put = await by.put(`/story-photos/${learnt.documentId}`, { data: who }, data.rev);
    expect(put.status, put.text).toBe(200);
    expect((await follow(client, cursor)).changes).toEqual([]);
    await step(by, storyAt(story), 'cancelCorrection');
    const { changes } = await follow(client, cursor);
    expect(changes).toMatchObject([
      {
        documentId: story.documentId,
        pictures: [{ alt: kept.alt }],
        removedPictures: [{ key: expect.any(String) }],
      },
    ]);
  });
});
