import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Builders, builders, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { corrected, published, reader } from './support/published';
import { edit, storyAt, TO_APPROVED, walk } from './support/story';

let by: Client;
let make: Builders;
let client: Client;
let confined: Client;
let column: Rec;
/** Words of which none may come out, each in a story that is not out to the reader. */
const secrets: Record<string, string> = {};
const hidden: Rec[] = [];

beforeAll(async () => {
  by = await office();
  make = builders(by);
  column = await make.column();
  const base = { column: column.documentId };
  const keep = async (name: string, made: (title: string) => Promise<Rec>) => {
    const title = unique(name);
    secrets[name] = title;
    hidden.push(await made(title));
  };
  await keep('草稿', (title) => make.publishable({ ...base, title }));
  await keep('审定', async (title) => walk(by, await make.publishable({ ...base, title }), ...TO_APPROVED));
  await keep('撤下', async (title) =>
    walk(by, (await published(by, make, { ...base, title })).story, 'withdraw'),
  );
  const out = (await published(by, make, base)).story;
  await keep('更正中', async (title) => edit(by, await walk(by, out, 'correct'), { title }));
  const other = (await published(by, make, base)).story;
  await keep('旧题', async (title) => {
    const renamed = await corrected(by, other, { title });
    await corrected(by, renamed, { title: unique('新题') });
    return make.story();
  });
  ({ client } = await reader(by, make));
  ({ client: confined } = await reader(by, make, [(await make.column()).documentId]));
});

const QUERIES = [
  '',
  'status=draft',
  'publicationState=preview',
  'locale=en',
  'populate=*',
  'populate[activity][populate]=*',
  'fields=*',
  'filters[state]=draft',
  'filters[$or][0][state]=draft',
  'sort=createdAt:desc',
  'pagination[pageSize]=100',
  'pagination[limit]=1000',
];

describe('nothing that is not out', () => {
  it.each(QUERIES)('comes out of the list by ?%s', async (query) => {
    const answer = await client.get(`/stories?${query}`);
    for (const secret of Object.values(secrets)) expect(answer.text).not.toContain(secret);
  });

  it('comes out by its address, in any way', async () => {
    for (const story of hidden) {
      for (const query of ['', '?status=draft', '?populate=*', '?fields=html,title']) {
        for (const method of ['GET', 'HEAD']) {
          const answer = await client.call(method, `${storyAt(story)}${query}`);
          for (const secret of Object.values(secrets)) expect(answer.text).not.toContain(secret);
        }
      }
    }
  });

  it('comes out of the changes, the feeds, the sitemap', async () => {
    const { url } = inject('server');
    const texts = [(await client.get('/stories/changes?limit=200')).text];
    for (const address of [
      '/feeds/stories.json',
      '/feeds/stories.atom',
      `/feeds/columns/${column.slug}.json`,
      `/feeds/columns/${column.slug}.atom`,
      '/sitemap.xml',
      '/sitemaps/1.xml',
    ])
      texts.push(await (await fetch(`${url}${address}`)).text());
    for (const text of texts) for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
  });

  it('is told to whoever is confined to another column', async () => {
    const list = await confined.get('/stories?pagination[pageSize]=100');
    expect(list.data).toEqual([]);
    expect((await confined.get('/stories/changes')).data).toEqual([]);
    const narrowed = await confined.get(`/stories?filters[column][slug]=${column.slug}`);
    expect(narrowed.data).toEqual([]);
    expect((await confined.get('/story-columns')).data).toHaveLength(1);
  });

  it('opens to a consumer’s token elsewhere', async () => {
    for (const path of [
      '/units',
      '/story-photos',
      '/portrait-consents',
      '/api-consumers',
      '/stories/export',
    ]) {
      const answer = await client.get(path);
      expect([401, 403, 404], path).toContain(answer.status);
    }
    const answer = await client.post('/stories', { data: { title: 'x' } });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});
