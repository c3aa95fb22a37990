import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { paragraphsOf } from '@jiedui/shared/story';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, type Person, REPORT, step, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { uploadPicture } from './support/files';
import { reader } from './support/published';
import {
  edit,
  fileOf,
  paragraph,
  picture,
  pictureOf,
  storyAt,
  TO_APPROVED,
  text,
  walk,
} from './support/story';

let by: Client;
let make: Builders;
let unit: Rec;
let person: Person;

beforeAll(async () => {
  by = await office();
  make = builders(by);
  unit = await make.unit();
  person = await make.person('unit', { unit: unit.documentId });
});

const send = async (story: Rec, values: object) => {
  const { data } = await by.get<Rec>(storyAt(story));
  return by.put<Rec>(storyAt(story), { data: values }, data.rev);
};
const problems = (answer: { error?: { details: { errors?: { path: unknown[]; message: string }[] } } }) =>
  (answer.error?.details.errors ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);

describe('the text of a story', () => {
  it('is kept tidy: no invisible marks, no empty lines, no indents', async () => {
    const story = await make.story({
      content: [paragraph(text('　　一\u200b\u00a0二')), paragraph(text('　')), paragraph(text('三'))],
    });
    expect(story.content).toEqual([paragraph(text('一 二')), paragraph(text('三'))]);
  });

  it('has words without invisible marks around it, and a title that says something', async () => {
    const story = await make.story({ title: '楼道\u202e亮了\n', summary: '一\u200b二', author: '\ufdd0李' });
    expect([story.title, story.summary, story.author]).toEqual(['楼道亮了', '一二', '李']);
    const photo = await make.storyPhoto({ story: story.documentId, caption: '夜\u2067景', alt: '\ufffe灯' });
    expect([photo.caption, photo.alt]).toEqual(['夜景', '灯']);
    const answer = await send(story, { title: '\u202e\u200b' });
    expect([answer.status, answer.error.details.errors?.map(({ path }) => path)]).toEqual([400, [['title']]]);
  });

  it('of nothing but wide spaces is none, and is not sent in', async () => {
    const story = await make.story({ content: [paragraph(text('　　'))] });
    expect(story.content).toBeNull();
    const answer = await by.step(storyAt(story), 'submit', story.rev);
    expect(answer.status).toBe(422);
    expect(answer.error.details.errors?.map(({ path }) => path)).toEqual([['content']]);
  });

  it.each([
    ['a script', [paragraph({ type: 'link', url: 'javascript:alert(1)', children: [text('x')] })]],
    ['an unknown block', [{ type: 'html', children: [text('<script>')] }]],
    ['a picture as data', [picture('data:image/png;base64,AAAA')]],
    ['a picture of another address', [picture('https://evil.example/a.png')]],
    ['a file that is none', [picture('/api/files/abcdefghijklmnopqrstuvwx')]],
    ['what is no list', { type: 'doc' }],
  ])('is refused with %s, by the place of it', async (_, content) => {
    const story = await make.story();
    const answer = await send(story, { content });
    expect(answer.status, answer.text).toBe(400);
    expect(problems(answer).every((one) => one.startsWith('content '))).toBe(true);
    expect(problems(answer).length).toBe(1);
    const created = await by.post('/stories', { data: { title: unique('故事'), content } });
    expect(created.status).toBe(400);
  });

  it('nested ten thousand times is refused, and the server goes on', async () => {
    const story = await make.story();
    const raw = `{"data":{"content":[${'{"type":"paragraph","children":['.repeat(10_000)}${']}'.repeat(10_000)}]}}`;
    const answer = await by.call('PUT', storyAt(story), {
      raw,
      rev: story.rev,
      headers: { 'Content-Type': 'application/json' },
    });
    expect(answer.status).toBe(400);
    expect((await by.get(storyAt(story))).status).toBe(200);
  });

  it('shows pictures of its own only, described by their records as they are now', async () => {
    const story = await make.publishable();
    const own = await pictureOf(by, make, story, { caption: '课堂', alt: '居民在听课' });
    const other = await pictureOf(by, make, await make.story());
    const refused = await send(story, { content: [paragraph(text('一')), picture(fileOf(other))] });
    expect(problems(refused)).toEqual(['content 第 2 段的图片不是本稿的图片，请先把它上传到本稿。']);
    const { content } = await edit(by, story, { content: [picture(fileOf(own)), paragraph(text('一'))] });
    const { image } = (content as { image: Record<string, unknown> }[])[0] ?? {};
    expect(image).toMatchObject({
      url: fileOf(own),
      alternativeText: '居民在听课',
      caption: '课堂',
      mime: 'image/png',
      width: 320,
      height: 320,
    });
    expect(String(image?.hash)).not.toContain('uploads');
    const photo = await by.get<Rec>(`/story-photos/${own.documentId}`);
    await by.put(`/story-photos/${own.documentId}`, { data: { alt: '老人' } }, photo.data.rev);
    const submitted = await step(by, storyAt(story), 'submit');
    expect(submitted.content).toMatchObject([{ image: { alternativeText: '老人' } }, {}]);
  });

  it('is one that Strapi’s own validator takes', async () => {
    const story = await make.publishable();
    const own = await pictureOf(by, make, story);
    const link = { type: 'link', url: 'https://a.cn', children: [text('链接')] };
    const item = (said: string) => ({ type: 'list-item', children: [text(said)] });
    const { content } = await edit(by, story, {
      content: [
        { type: 'heading', level: 2, children: [text('题')] },
        paragraph({ ...text('粗'), bold: true }, link, text('')),
        { type: 'list', format: 'ordered', children: [item('一')] },
        { type: 'quote', children: [text('引')] },
        { type: 'code', children: [text('a'), link] },
        picture(fileOf(own)),
      ],
    });
    const { blocksValidator } = await blocksOfStrapi();
    await expect(blocksValidator().validate(content, { strict: true })).resolves.toBeTruthy();
    await expect(blocksValidator().validate([picture(fileOf(own))], { strict: true })).rejects.toThrow();
  });
});

/** The validator of Strapi's own panel and document service, which is no part of its face. */
async function blocksOfStrapi() {
  const core = path.resolve(import.meta.dirname, '../../node_modules/@strapi/core/dist/services');
  const file = pathToFileURL(path.join(core, 'entity-validator/blocks-validator.js'));
  return (await import(file.href)) as {
    blocksValidator: () => { validate: (v: unknown, o: object) => Promise<unknown> };
  };
}

describe('tags', () => {
  it('are trimmed and kept once', async () => {
    const story = await make.story({ tags: [' 助老 ', '助老', '#志愿', '　'] });
    expect(story.tags).toEqual(['助老', '志愿']);
  });
  it.each([[Array.from({ length: 11 }, (_, at) => `标签${at}`)], [['字'.repeat(21)]], [[1]]])(
    '%j are refused',
    async (tags) => {
      const answer = await by.post('/stories', { data: { title: unique('故事'), tags } });
      expect(answer.status).toBe(400);
      expect(problems(answer)[0]).toMatch(/^tags 标签/);
    },
  );
});

describe('a story comes out', () => {
  it('only when every picture is cleared; what is missing is named', async () => {
    const story = await make.publishable();
    const bare = await make.storyPhoto({ story: story.documentId, caption: '课堂' });
    const edited = await walk(by, story, 'submit', 'edit');
    const answer = await by.step(storyAt(story), 'approve', edited.rev);
    expect(answer.status).toBe(422);
    expect(problems(answer)).toEqual([
      `pictures.${bare.documentId}.file 图片“课堂”没有上传文件，请上传或删除这张图片。`,
      `pictures.${bare.documentId}.alt 图片“课堂”没有替代文字，请写明图中内容。`,
      `pictures.${bare.documentId}.people 图片“课堂”还没有说明图中有没有可辨认的人。`,
    ]);
    const { data } = await by.get<Rec>(`/story-photos/${bare.documentId}`);
    expect((await by.remove(`/story-photos/${bare.documentId}`, data.rev)).status).toBe(204);
    await step(by, storyAt(story), 'approve');
  });

  it('not within its embargo', async () => {
    const story = await make.publishable({ embargoUntil: '2099-01-01T00:00:00.000Z' });
    const approved = await walk(by, story, ...TO_APPROVED);
    const answer = await by.step(storyAt(story), 'publish', approved.rev);
    expect(answer.status).toBe(422);
    expect(problems(answer)).toEqual(['embargoUntil 2099-01-01 08:00 前不得刊发，请改用定时刊发。']);
  });

  it('nor does its correction, until the embargo that was set for it is over', async () => {
    const story = await make.publishable();
    await walk(by, story, ...TO_APPROVED, 'publish', 'correct');
    const embargoUntil = '2099-01-01T00:00:00.000Z';
    const embargoed = await edit(by, story, { correction: '人数有误。', embargoUntil });
    const answer = await by.step(storyAt(story), 'republish', embargoed.rev);
    expect(answer.status).toBe(422);
    expect(problems(answer)).toEqual([
      'embargoUntil 2099-01-01 08:00 前不得刊发更正，请到时再刊发，或修改“此前不得刊发”。',
    ]);
    await edit(by, story, { embargoUntil: '2022-11-01T00:00:00.000Z' });
    expect(await step(by, storyAt(story), 'republish')).toMatchObject({ state: 'corrected' });
  });

  it('each correction with a note of its own; one written before it came out is told to nobody', async () => {
    const { client } = await reader(by, make);
    const told = async (story: Rec) => (await client.get<Rec>(storyAt(story))).data.correction;
    const story = await make.publishable({ correction: '内部备注' });
    await walk(by, story, ...TO_APPROVED, 'publish');
    expect(await told(story)).toBeNull();
    expect(await step(by, storyAt(story), 'correct')).toMatchObject({ correction: null });
    await edit(by, story, { correction: '标题有误。' });
    await walk(by, story, 'republish');
    expect(await told(story)).toBe('标题有误。');
    const second = await step(by, storyAt(story), 'correct');
    expect(second.correction).toBeNull();
    expect(await told(story), 'what is out stays').toBe('标题有误。');
    const answer = await by.step(storyAt(story), 'republish', second.rev);
    expect([answer.status, answer.error.details.errors?.map(({ path }) => path)]).toEqual([
      422,
      [['correction']],
    ]);
  });

  it('and is deleted no more, also while it is corrected', async () => {
    const story = await make.publishable();
    await walk(by, story, ...TO_APPROVED, 'publish');
    const correcting = await step(by, storyAt(story), 'correct');
    expect((await by.remove(storyAt(story), correcting.rev)).status).toBe(409);
  });

  it('a draft goes with its pictures, their consents and its comments', async () => {
    const story = await make.story();
    const photo = await pictureOf(by, make, story, { people: 'adults', persons: 1 });
    const consent = await make.portraitConsent({ photo: photo.documentId });
    await make.storyComment({ story: story.documentId });
    const { data } = await by.get<Rec>(storyAt(story));
    expect((await by.remove(storyAt(story), data.rev)).status).toBe(204);
    expect((await by.get(`/portrait-consents/${consent.documentId}`)).status).toBe(404);
    expect((await by.get(fileOf(photo).replace('/api', ''))).status).toBe(404);
  });
});

describe('a story proposed from an activity', () => {
  const propose = (client: Client, activity: Rec, more: object = {}) =>
    client.post<Rec>('/stories/from-activity', { data: { activity: activity.documentId, ...more } });

  async function reported(values: object = {}): Promise<Rec> {
    const activity = await make.announced({ unit: unit.documentId, ...REPORT, ...values });
    await step(by, `/activities/${activity.documentId}`, 'hold');
    await uploadPicture(by, activity, 'photos');
    return step(by, `/activities/${activity.documentId}`, 'report');
  }

  it('is filled from the record, with photos of its own of which nothing is known yet', async () => {
    const activity = await reported({ summary: '学会了挂号。\n报名踊跃。' });
    const answer = await propose(person.client, activity);
    expect(answer.status, answer.text).toBe(201);
    const { data } = await by.get<Rec>(
      `${storyAt(answer.data)}?populate[0]=activity&populate[1]=unit&populate[2]=station&populate[3]=category`,
    );
    expect(data).toMatchObject({
      state: 'draft',
      title: activity.title,
      summary: '学会了挂号。 报名踊跃。',
      activity: { documentId: activity.documentId },
      unit: { documentId: unit.documentId },
    });
    expect(data.station && data.category).toBeTruthy();
    expect(data.content).toHaveLength(3);
    expect(JSON.stringify(data.content)).toContain('40 人参加');
    const photos = await by.get<Rec[]>(
      `/story-photos?filters[story][documentId][$eq]=${data.documentId}&populate[0]=file`,
    );
    expect(photos.data).toMatchObject([{ people: null, alt: null }]);
    const full = await by.get<Rec>(`/activities/${activity.documentId}?populate[0]=photos`);
    const [theirs] = full.data.photos as Rec[];
    const mine = (photos.data[0] as { file: Rec[] } & Rec).file[0] as Rec;
    expect(mine.documentId).not.toBe(theirs?.documentId);
    expect((await person.client.get(`/files/${mine.documentId}`)).status).toBe(200);
  });

  it('once, unless another one is wanted', async () => {
    const activity = await reported();
    const first = await propose(person.client, activity);
    const again = await propose(person.client, activity);
    expect(again.status).toBe(409);
    expect(again.error.details).toMatchObject({
      code: 'DUPLICATE',
      documentId: first.data.documentId,
      link: storyAt(first.data),
    });
    expect((await propose(person.client, activity, { again: true })).status).toBe(201);
  });

  it('once, also when asked for twice at the same time', async () => {
    const activity = await reported();
    const answers = await Promise.all([1, 2, 3].map(() => propose(person.client, activity)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('not before it has been reported, nor by others', async () => {
    const planned = await make.activity({ unit: unit.documentId });
    const early = await propose(person.client, planned);
    expect([early.status, problems(early)]).toEqual([400, ['activity 活动报送后才能据此写稿。']]);
    const stranger = await make.person('unit', { unit: (await make.unit()).documentId });
    expect((await propose(stranger.client, await reported())).status).toBe(404);
    expect((await propose((await make.person('evaluator')).client, planned)).status).not.toBe(201);
    expect((await person.client.post('/stories/from-activity', { data: {} })).status).toBe(400);
  });
});

describe('comments', () => {
  const notices = async (client: Client) =>
    (await client.get<{ kind: string; title: { zh: string } }[]>('/notifications')).data;

  it('go both ways: each side is told of the other’s, and only the writer rewords one', async () => {
    const desk = await make.person('publicity');
    const story = await make.story({ unit: unit.documentId, content: paragraphsOf('正文') });
    const told = `稿件有新意见:${story.title}`;
    const comment = await desk.client.post<Rec>('/story-comments', {
      data: { story: story.documentId, text: '请补充人数' },
    });
    expect(comment.status, comment.text).toBe(201);
    expect((await notices(person.client)).map(({ title }) => title.zh)).toContain(told);
    expect((await notices(desk.client)).map(({ title }) => title.zh)).not.toContain(told);
    const at = `/story-comments/${comment.data.documentId}`;
    expect((await person.client.put(at, { data: { resolved: true } }, 1)).status).toBe(404);
    const reply = await person.client.post<Rec>('/story-comments', {
      data: { story: story.documentId, text: '已补充' },
    });
    expect((await notices(desk.client)).map(({ title }) => title.zh)).toContain(told);
    const mine = `/story-comments/${reply.data.documentId}`;
    expect((await desk.client.put(mine, { data: { text: '改写' } }, 1)).status).toBe(400);
    expect((await desk.client.put(mine, { data: { resolved: true } }, 1)).status).toBe(200);
    expect((await person.client.put(mine, { data: { resolved: false, text: '已补' } }, 2)).status).toBe(200);
    const forged = { story: story.documentId, text: 'x', writer: desk.staff.documentId };
    expect((await person.client.post('/story-comments', { data: forged })).status).toBe(400);
  });
});
