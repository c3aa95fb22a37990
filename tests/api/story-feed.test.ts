import { jsonFeedSchema } from '@jiedui/shared/story-api';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Builders, builders } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { published } from './support/published';
import { paragraph, text, walk } from './support/story';

let by: Client;
let make: Builders;
let column: Rec;
let story: Rec;
const TITLE = '“三下乡” <b>&amp; 赶集';
beforeAll(async () => {
  by = await office();
  make = builders(by);
  column = await make.column();
  const content = [paragraph(text('第一句 <script>alert(1)</script> & ]]>'))];
  ({ story } = await published(
    by,
    make,
    { column: column.documentId, title: TITLE, author: '王记者', tags: ['赶集', '科普'], content },
    [{ caption: '现场', credit: '李摄影', cover: true }],
  ));
});

const read = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${inject('server').url}${path}`, { headers });
const feed = (kind: string) => `/feeds/columns/${column.slug}.${kind}`;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

describe('the JSON feed', () => {
  it('keeps the rules of JSON Feed 1.1', async () => {
    const answer = await read(feed('json'));
    expect(answer.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const body = await answer.json();
    expect(jsonFeedSchema.safeParse(body).error).toBeUndefined();
    expect(body.feed_url).toBe(`${inject('server').url}${feed('json')}`);
    expect(body.items).toHaveLength(1);
    const [item] = body.items;
    expect(item).toMatchObject({ title: TITLE, authors: [{ name: '王记者' }] });
    expect(item.tags).toEqual([column.name, '赶集', '科普']);
    expect(item.content_html).toContain('<figcaption>现场 <small>李摄影</small></figcaption>');
    for (const url of [item.url, item.image, item.attachments[0].url])
      expect(String(url).startsWith(inject('server').url)).toBe(true);
    expect(item.date_published).toMatch(INSTANT);
    expect(parseJsonFeed(body).items).toHaveLength(1);
  });
});

describe('the Atom feed', () => {
  it('keeps the rules of RFC 4287', async () => {
    const answer = await read(feed('atom'));
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const xml = await answer.text();
    expect(XMLValidator.validate(xml)).toBe(true);
    const parser = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => ['entry', 'link'].includes(name),
    });
    const { feed: root } = parser.parse(xml);
    expect(root['@_xmlns']).toBe('http://www.w3.org/2005/Atom');
    expect(root['@_xml:lang']).toBe('zh-CN');
    for (const of of [root, ...root.entry]) {
      expect(of.id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(of.updated).toMatch(INSTANT);
      expect(of.title).toBeTruthy();
    }
    const self = root.link.filter((link: Record<string, string>) => link['@_rel'] === 'self');
    expect(self).toMatchObject([{ '@_href': `${inject('server').url}${feed('atom')}` }]);
    const ids = [root.id, ...root.entry.map(({ id }: { id: string }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
    expect(root.author.name).toBeTruthy();
  });

  it('says in it what was written, and nothing that runs', async () => {
    const parsed = parseAtomFeed(await (await read(feed('atom'))).text());
    const [entry] = parsed.entries ?? [];
    expect(entry?.content?.value).toContain('第一句 &lt;script&gt;');
    expect(entry?.content?.value).not.toContain('<script');
    expect(entry?.authors).toMatchObject([{ name: '王记者' }]);
  });
});

describe('every feed', () => {
  it.each(['json', 'atom'])('in %s names a story for good', async (kind) => {
    const all = await (await read(`/feeds/stories.${kind}`)).text();
    const mine = await (await read(feed(kind))).text();
    const [id] =
      /urn:uuid:[0-9a-f-]{36}/.exec(mine.slice(Math.max(0, mine.indexOf(story.documentId) - 400))) ?? [];
    expect(all).toContain(id);
  });

  it('is answered 304 to whoever has it, and packed as it is asked for', async () => {
    for (const coding of ['br', 'gzip', 'identity']) {
      const first = await read(feed('json'), { 'Accept-Encoding': coding });
      expect(first.headers.get('content-encoding') ?? 'identity').toBe(coding);
      expect((await first.json()).items).toHaveLength(1);
      const etag = String(first.headers.get('etag'));
      expect(etag).toMatch(/^"[\w-]+"$/);
      const again = await read(feed('json'), { 'Accept-Encoding': coding, 'If-None-Match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(first.headers.get('cache-control')).toBe('public, max-age=5, must-revalidate');
      expect(first.headers.get('vary')).toContain('Accept-Encoding');
    }
  });

  it('no longer holds a story that was withdrawn, whoever asks as before', async () => {
    const { story: gone } = await published(by, make, { column: column.documentId });
    const before = await read(feed('json'));
    expect(await before.text()).toContain(gone.documentId);
    await walk(by, gone, 'withdraw');
    const headers = {
      'If-None-Match': String(before.headers.get('etag')),
      'If-Modified-Since': String(before.headers.get('last-modified')),
    };
    const after = await read(feed('json'), headers);
    expect(after.status).toBe(200);
    expect(await after.text()).not.toContain(gone.documentId);
    const dated = await read(feed('json'), { 'If-Modified-Since': headers['If-Modified-Since'] });
    expect(dated.status).toBe(200);
  });

  it.each([
    ['/feeds/columns/none.json', 404, 'NOT_FOUND'],
    ['/feeds/other.json', 404, 'NOT_FOUND'],
    ['/feeds/stories.json?limit=5', 400, 'BAD_QUERY'],
    [`/feeds/stories.json?${'x'.repeat(5000)}`, 414, 'ADDRESS_TOO_LONG'],
  ])('answers %s in the common shape of errors', async (path, status, code) => {
    const answer = await read(path);
    expect(answer.status).toBe(status);
    expect((await answer.json()).error.details.code).toBe(code);
  });

  it('is only read', async () => {
    const answer = await fetch(`${inject('server').url}/feeds/stories.json`, { method: 'POST' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('the sitemap', () => {
  it('names every page that is out, in parts', async () => {
    const parser = new XMLParser({ isArray: (name) => ['sitemap', 'url'].includes(name) });
    const index = parser.parse(await (await read('/sitemap.xml')).text());
    const parts: string[] = index.sitemapindex.sitemap.map(({ loc }: { loc: string }) => loc);
    const pages: { loc: string; lastmod?: string }[] = [];
    for (const part of parts) {
      const answer = await fetch(part);
      expect(answer.status).toBe(200);
      pages.push(...parser.parse(await answer.text()).urlset.url);
    }
    const page = pages.find(({ loc }) => loc === `${inject('server').url}/read/${story.documentId}`);
    expect(page?.lastmod).toMatch(INSTANT);
    expect(pages.map(({ loc }) => loc)).toContain(`${inject('server').url}/read/columns/${column.slug}`);
  });
});
