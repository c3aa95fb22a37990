import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Builders, builders, step, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { connect } from './support/connect';
import { patchwork, upload } from './support/files';
import { edit, fileOf, picture, pictureOf, storyAt, TO_APPROVED, TO_PUBLISHED, walk } from './support/story';

let by: Client;
let make: Builders;

beforeAll(async () => {
  by = await office();
  make = builders(by);
});

const consentAt = (consent: Rec) => `/portrait-consents/${consent.documentId}`;
const given = async (photo: Rec, values: object = {}) => {
  const consent = await make.portraitConsent({ photo: photo.documentId, givenOn: '2022-11-10', ...values });
  return step(by, consentAt(consent), 'give');
};
const paths = (answer: { error?: { details: { errors?: { path: unknown[] }[] } } }) =>
  (answer.error?.details.errors ?? []).map(({ path }) => path.at(-1));

describe('a consent', () => {
  it('keeps of a name no more than tells the papers apart', async () => {
    const photo = await make.storyPhoto();
    const consent = await make.portraitConsent({ photo: photo.documentId, person: '王小红' });
    expect(consent.person).toBe('王**');
    const nobody = { photo: photo.documentId, person: '123' };
    expect((await by.post('/portrait-consents', { data: nobody })).status).toBe(400);
  });

  it.each<[Record<string, unknown>, string, string]>([
    [{ givenOn: null }, 'givenOn', 'without a day'],
    [{ minor: true }, 'guardian', 'of a minor without a guardian'],
    [{ minor: true, guardian: '　' }, 'guardian', 'of a minor whose guardian has no name'],
  ])('%j is not given (%s, %s)', async (values, field) => {
    const consent = await make.portraitConsent({ givenOn: '2022-11-10', ...values });
    const answer = await by.step(consentAt(consent), 'give', consent.rev);
    expect(answer.status).toBe(422);
    expect(paths(answer)).toEqual([field]);
  });

  it('is asked for anew after a refusal: its day and guardian are those of the later answer', async () => {
    const photo = await make.storyPhoto();
    const early = { photo: photo.documentId, minor: true, givenOn: '2022-11-01' };
    const refused = await step(by, consentAt(await make.portraitConsent(early)), 'refuse');
    const locked = await by.put(consentAt(refused), { data: { guardian: '李大明' } }, refused.rev);
    expect([locked.status, locked.error.details.code]).toEqual([409, 'STATE_LOCKED']);
    expect((await by.step(consentAt(refused), 'give', refused.rev)).status).toBe(409);
    expect((await by.step(consentAt(refused), 'askAgain', refused.rev)).status, 'without a reason').toBe(422);
    const again = await step(by, consentAt(refused), 'askAgain', '家长改变了主意');
    expect(again).toMatchObject({ state: 'pending', givenOn: null });
    expect(paths(await by.step(consentAt(again), 'give', again.rev))).toEqual(['givenOn']);
    const later = { givenOn: '2022-11-08', guardian: '李大明' };
    const changed = await by.put(consentAt(again), { data: later }, again.rev);
    expect(changed.status, changed.text).toBe(200);
    expect(await step(by, consentAt(again), 'give')).toMatchObject({ state: 'given', ...later });
  });

  it('takes its paper before it is given, and none after', async () => {
    const consent = await make.portraitConsent({ givenOn: '2022-11-10' });
    const file = { name: '同意书.png', type: 'image/png', content: await patchwork() };
    const send = async () => {
      const { data } = await by.get<Rec>(consentAt(consent));
      return upload(by, data, 'paper', data.rev, [file], 'portrait-consents');
    };
    expect((await send()).status).toBeLessThan(300);
    await step(by, consentAt(consent), 'give');
    const late = await send();
    expect([late.status, late.error.details.code]).toEqual([409, 'STATE_LOCKED']);
  });

  it('is of no day to come', async () => {
    const data = { photo: (await make.storyPhoto()).documentId, person: '王小红', givenOn: '2999-01-01' };
    const answer = await by.post('/portrait-consents', { data });
    expect([answer.status, paths(answer)]).toEqual([400, ['givenOn']]);
  });
});

describe('whoever can be recognised', () => {
  const approve = async (story: Rec) => {
    const { data } = await by.get<Rec>(storyAt(story));
    return by.step(storyAt(story), 'approve', data.rev);
  };

  it('has agreed before the story is approved', async () => {
    const story = await make.publishable();
    const photo = await pictureOf(by, make, story, { people: 'minors', persons: 2 });
    await walk(by, story, 'submit', 'edit');
    expect((await approve(story)).status).toBe(422);
    await given(photo, { minor: true, guardian: '李大明' });
    const lacking = await approve(story);
    expect(lacking.error.details.errors?.[0]?.message).toContain('还差 1 人的肖像同意');
    const second = await make.portraitConsent({ photo: photo.documentId, givenOn: '2022-11-10' });
    expect((await approve(story)).status).toBe(422);
    await step(by, consentAt(second), 'give');
    expect((await approve(story)).status).toBe(200);
  });

  it('may take it back before the story comes out', async () => {
    const story = await make.publishable();
    const photo = await pictureOf(by, make, story, { people: 'adults', persons: 1 });
    const consent = await given(photo);
    const approved = await walk(by, story, ...TO_APPROVED);
    await step(by, consentAt(consent), 'withdraw', '本人要求');
    const answer = await by.step(storyAt(story), 'publish', approved.rev);
    expect(answer.status).toBe(422);
    expect(answer.error.details.errors?.[0]?.message).toContain('有人已撤回同意');
  });
});

describe('a consent taken back after the story came out', () => {
  async function published() {
    const unit = await make.unit();
    const story = await make.publishable({ unit: unit.documentId });
    const photo = await pictureOf(by, make, story, { caption: '课堂', people: 'adults', persons: 1 });
    const consent = await given(photo);
    await edit(by, story, { content: [...(story.content as object[]), picture(fileOf(photo))] });
    await walk(by, story, ...TO_PUBLISHED);
    return { unit, story, photo, consent };
  }

  it('is told to the desk, and keeps the picture from coming out again', async () => {
    const desk = [await make.person('publicity'), await make.person('districtOffice')];
    const { unit, story, photo, consent } = await published();
    const member = await make.person('unit', { unit: unit.documentId });
    const { data } = await member.client.get<Rec>(consentAt(consent));
    const answer = await member.client.step(consentAt(consent), 'withdraw', data.rev, '本人要求');
    expect(answer.status, answer.text).toBe(200);
    for (const { client } of desk) {
      const told = await client.get<{ title: string | { zh: string } }[]>('/notifications');
      expect(JSON.stringify(told.data)).toContain(`图片“课堂”不能再用:${story.title}`);
    }
    await step(by, storyAt(story), 'correct');
    await edit(by, story, { correction: '撤下一张图片。' });
    const { data: now } = await by.get<Rec>(storyAt(story));
    expect((await by.step(storyAt(story), 'republish', now.rev)).status).toBe(422);
    await edit(by, story, { content: story.content });
    const { data: left } = await by.get<Rec>(`/story-photos/${photo.documentId}`);
    const gone = await by.remove(`/story-photos/${photo.documentId}`, left.rev);
    expect(gone.status, gone.text).toBe(204);
    expect((await by.get(consentAt(consent))).status).toBe(404);
    await step(by, storyAt(story), 'republish');
  });

  it('takes the picture out of what is out', async () => {
    const { photo, consent } = await published();
    await step(by, consentAt(consent), 'withdraw', '本人要求');
    const db = connect(inject('server'));
    try {
      expect(await db('released_pictures').where({ photo_id: photo.id, live: true })).toEqual([]);
    } finally {
      await db.destroy();
    }
  });

  it('what is out goes on showing a picture while the correction without it is written', async () => {
    const { story, photo } = await published();
    const db = connect(inject('server'));
    try {
      const out = { photo_id: photo.id, live: true };
      if (!(await db('released_pictures').where(out).first('key')))
        await db('released_pictures').insert({ ...out, key: unique('key'), story_id: story.id, file: '{}' });
      await step(by, storyAt(story), 'correct');
      const { data } = await by.get<Rec>(`/story-photos/${photo.documentId}`);
      const refused = await by.remove(`/story-photos/${photo.documentId}`, data.rev);
      expect([refused.status, refused.error.details.code]).toEqual([409, 'IN_USE']);
    } finally {
      await db.destroy();
    }
  });
});

describe.runIf(inject('server').databaseUrl)('a consent taken back at the moment of publication', () => {
  it('takes the picture out all the same', async () => {
    const story = await make.publishable();
    const photo = await pictureOf(by, make, story, { cover: true, people: 'adults', persons: 1 });
    const consent = await given(photo);
    await walk(by, story, ...TO_APPROVED);
    const db = connect(inject('server'));
    try {
      const publication = await db.transaction();
      await publication('released_head').update({ position: publication.raw('position') });
      let isDone = false;
      const { data } = await by.get<Rec>(consentAt(consent));
      const taking = by.step(consentAt(consent), 'withdraw', data.rev, '本人要求').finally(() => {
        isDone = true;
      });
      const waits = { granted: false, locktype: 'transactionid' };
      while (!isDone && !(await publication('pg_locks').where(waits).first('pid')));
      await publication('stories').where({ id: story.id }).update({ state: 'published' });
      const out = { photo_id: photo.id, live: true };
      await publication('released_pictures').insert({
        ...out,
        key: unique('key'),
        story_id: story.id,
        file: '{}',
      });
      await publication.commit();
      expect((await taking).status).toBe(200);
      expect(await db('released_pictures').where(out)).toEqual([]);
      await db('stories').where({ id: story.id }).update({ state: 'approved' });
    } finally {
      await db.destroy();
    }
  });
});

describe('the file of a picture', () => {
  const sendFile = async (photo: Rec) => {
    const { data } = await by.get<Rec>(`/story-photos/${photo.documentId}`);
    const file = { name: '另一张.png', type: 'image/png', content: await patchwork() };
    return upload(by, photo, 'file', data.rev, [file], 'story-photos');
  };
  const takeFile = async (photo: Rec) => {
    const { data } = await by.get<Rec>(`/story-photos/${photo.documentId}`);
    const file = (photo.file as Rec[])[0]?.documentId;
    return by.remove(`/story-photos/${photo.documentId}/files/file/${file}`, data.rev);
  };
  const both = async (photo: Rec) =>
    [await sendFile(photo), await takeFile(photo)].map(({ status, error }) => [status, error?.details.code]);

  it('stays as it was approved', async () => {
    const story = await make.publishable();
    const cover = await pictureOf(by, make, story, { cover: true });
    await walk(by, story, ...TO_APPROVED);
    const locked = [409, 'STATE_LOCKED'];
    expect(await both(cover)).toEqual([locked, locked]);
  });

  it('stays while it is out, and while somebody has agreed to it', async () => {
    const story = await make.publishable();
    const asked = await pictureOf(by, make, story, { people: 'adults', persons: 1 });
    await given(asked);
    const used = [409, 'IN_USE'];
    expect(await both(asked)).toEqual([used, used]);
    const cover = await pictureOf(by, make, story, { cover: true });
    await walk(by, story, ...TO_PUBLISHED, 'correct');
    expect(await both(cover)).toEqual([used, used]);
  });
});

it('a story has one cover', async () => {
  const story = await make.story();
  await make.storyPhoto({ story: story.documentId, cover: true });
  const second = { story: story.documentId, cover: true };
  const answer = await by.post('/story-photos', { data: second });
  expect([answer.status, paths(answer)]).toEqual([400, ['cover']]);
});
