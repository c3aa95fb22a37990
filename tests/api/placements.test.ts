import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, step, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';

let by: Client;
let make: Builders;
let unit: Rec;

beforeAll(async () => {
  by = await office();
  make = builders(by);
  unit = await make.unit();
});

const at = (placement: Rec) => `/media-placements/${placement.documentId}`;
const report = (values: object) =>
  by.post<Rec>('/media-placements', {
    data: {
      title: unique('报道'),
      outlet: '市日报',
      level: 'city',
      publishedOn: '2022-11-10',
      unit: unit.documentId,
      ...values,
    },
  });

describe('a publication in the media', () => {
  it('is of a day that has come, with the address of a page', async () => {
    const future = await report({ publishedOn: '2999-01-01' });
    expect(future.error.details.errors?.map(({ path }) => path)).toEqual([['publishedOn']]);
    for (const link of ['ftp://paper.example/a', 'javascript:alert(1)', 'https:// a', 'https://']) {
      const answer = await report({ link });
      expect(answer.status, link).toBe(400);
      expect(
        answer.error.details.errors?.map(({ path }) => path),
        link,
      ).toEqual([['link']]);
    }
  });

  it('is reported once: the same address is the same one, however it was shared', async () => {
    const link = `https://paper.example/${unique('a')}`;
    const first = await report({ link: `${link}/#top` });
    expect(first.data.link).toBe(link);
    const script = await report({ link: `${link}/#/detail?id=1` });
    expect(script.data.link, 'an article that a script shows').toBe(`${link}/#/detail?id=1`);
    const again = await report({ link: `${link.replace('https', 'http')}?utm_source=wx` });
    expect([again.status, again.error.details.code]).toEqual([409, 'DUPLICATE']);
    expect(again.error.details).toMatchObject({ documentId: first.data.documentId, link: at(first.data) });
    expect(again.error.message).toContain(String(first.data.title));
    const other = await make.unit();
    expect((await report({ link, unit: other.documentId })).status, 'of another unit').toBe(201);
  });

  it('without an address it is known by its headline and paper', async () => {
    const title = unique('报道');
    expect((await report({ title })).status).toBe(201);
    expect((await report({ title: ` ${title} ` })).status).toBe(409);
    expect((await report({ title, outlet: '省日报' })).status).toBe(201);
  });

  it('of the same headline on the same day is the same one, whatever is hung on its address', async () => {
    const title = unique('报道');
    const link = `https://paper.example/${unique('c')}`;
    expect((await report({ title, link })).status).toBe(201);
    expect((await report({ title, link: `${link}?t=1` })).status).toBe(409);
    expect((await report({ title, link: `${link}?t=1`, publishedOn: '2022-11-11' })).status).toBe(201);
    expect((await report({ link: link.replace('paper.example', 'www.paper.example:443') })).status).toBe(409);
  });

  it('that was returned may be reported anew, and then not a second time', async () => {
    const link = `https://paper.example/${unique('b')}`;
    const first = await report({ link });
    await step(by, at(first.data), 'return', '链接打不开');
    expect((await report({ link })).status).toBe(201);
    const { data } = await by.get<Rec>(at(first.data));
    expect((await by.step(at(data), 'resubmit', data.rev)).status).toBe(409);
  });

  it('names a story of its own unit', async () => {
    const story = await make.story({ unit: (await make.unit()).documentId });
    const answer = await report({ story: story.documentId });
    expect(answer.error.details.errors?.map(({ path }) => path)).toEqual([['story']]);
  });
});
