import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Builders, builders, step, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { release, storyWithPicture } from './support/released';

const { url } = inject('server');
const HOSTILE = '</script><script>alert(1)</script>"\'&';

let by: Client;
let make: Builders;
let column: Rec;
let story: Rec;
let photo: Rec;

const page = (path: string, headers: Record<string, string> = {}) =>
  fetch(url + path, { headers, redirect: 'manual' });
const htmlOf = async (path: string, status = 200) => {
  const answer = await page(path);
  expect(answer.status, path).toBe(status);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  return answer.text();
};

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
const unescaped = (text: string) =>
  text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => ENTITIES[name] ?? '');

/** What the head says: its metas and links by name. */
function headOf(html: string) {
  const head = html.slice(0, html.indexOf('</head>'));
  const metas = [...head.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g)];
  const links = [
    ...head.matchAll(/<link rel="([^"]+)"(?: type="([^"]+)")?(?: title="[^"]*")? href="([^"]+)">/g),
  ];
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(head)?.[1] ?? 'null';
  return {
    title: unescaped(/<title>(.*?)<\/title>/.exec(head)?.[1] ?? ''),
    meta: (name: string) =>
      metas.filter(([, one]) => one === name).map(([, , value = '']) => unescaped(value)),
    links: links.map(([, rel, type, href]) => ({ rel, type, href })),
    article: JSON.parse(data) as Record<string, unknown> | null,
  };
}

beforeAll(async () => {
  by = await office();
  make = builders(by);
  column = await make.column({ description: '现场报道。' });
  const made = await storyWithPicture(by, make, {
    title: unique(HOSTILE),
    column: column.documentId,
    goodPractice: true,
  });
  story = await release(by, made.story);
  photo = made.photo;
});

describe('the page of a story', () => {
  it('is whole without any script, and says what there is', async () => {
    const html = await htmlOf(`/read/${story.documentId}`);
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).not.toContain('alert(1)</script>');
    // The only script is data.
    expect(html.match(/<script/g)).toEqual(['<script']);
    expect(html).toContain('居民坐满了活动室。');
    expect(html).toContain(`alt="${photo.alt}"`);
    expect(html).toContain('先进做法');
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
    expect(html).not.toMatch(/(src|href)="https?:\/\/(?!127\.0\.0\.1|localhost)/);
  });

  it('shows its picture in sizes that answer, with room kept for it', async () => {
    const html = await htmlOf(`/read/${story.documentId}`);
    const image = /<img [^>]*>/.exec(html)?.[0] ?? '';
    expect(image).toMatch(/width="960" height="960"/);
    expect(image).not.toContain('loading="lazy"');
    const sizes = (/srcset="([^"]+)"/.exec(image)?.[1] ?? '').split(', ');
    expect(sizes.map((size) => size.split(' ')[1])).toEqual(['480w', '960w', '1600w']);
    for (const size of sizes) expect((await page(size.split(' ')[0] ?? '')).status).toBe(200);
  });

  it('tells networks and machines what it is, with whole addresses', async () => {
    const { title, meta, links, article } = headOf(await htmlOf(`/read/${story.documentId}`));
    const address = `${url}/read/${story.documentId}`;
    expect(title).toBe(`${story.title} - 新时代文明实践结对共建`);
    expect(meta('description')).toEqual(['现场见闻']);
    expect(meta('og:type')).toEqual(['article']);
    expect(meta('og:title')).toEqual([story.title]);
    expect(meta('og:url')).toEqual([address]);
    expect(meta('og:locale')).toEqual(['zh_CN']);
    expect(meta('article:section')).toEqual([column.name]);
    expect(meta('article:tag')).toEqual(['社区', '志愿服务']);
    expect(Date.parse(meta('article:published_time')[0] ?? '')).toBe(Date.parse(String(story.releasedAt)));
    expect(meta('twitter:card')).toEqual(['summary_large_image']);
    expect(links).toContainEqual({ rel: 'canonical', type: undefined, href: address });
    const feeds = links.filter(({ rel }) => rel === 'alternate').map(({ href }) => href ?? '');
    expect(feeds).toEqual([
      `${url}/feeds/columns/${column.slug}.json`,
      `${url}/feeds/columns/${column.slug}.atom`,
    ]);
    for (const feed of feeds) expect((await fetch(feed)).status).toBe(200);
    const [image = ''] = meta('og:image');
    expect([...meta('og:image:width'), ...meta('og:image:height')]).toEqual(['1200', '630']);
    expect((await fetch(image)).headers.get('content-type')).toMatch(/^image\//);
    expect(article).toMatchObject({
      '@type': 'NewsArticle',
      headline: story.title,
      image: [image],
      mainEntityOfPage: address,
      articleSection: column.name,
    });
  });

  it('says nothing anew while nothing has changed, whatever a network hangs on its address', async () => {
    const first = await page(`/read/${story.documentId}`, { 'Accept-Encoding': 'br' });
    expect(first.headers.get('content-encoding')).toBe('br');
    const etag = first.headers.get('etag') ?? '';
    const again = await page(`/read/${story.documentId}?from=timeline&isappinstalled=0`, {
      'Accept-Encoding': 'br',
      'If-None-Match': etag,
    });
    expect(again.status).toBe(304);
    expect(first.headers.get('cache-control')).toContain('public');
  });

  it('lets nothing run', async () => {
    const policy = (await page(`/read/${story.documentId}`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('script-src');
  });

  it('says openly what was corrected', async () => {
    const { story: made } = await storyWithPicture(by, make);
    const { documentId } = await release(by, made);
    const at = `/stories/${documentId}`;
    const open = await step(by, at, 'correct');
    const title = unique('改过的标题');
    await by.put(at, { data: { correction: '人数应为六十人。', title } }, open.rev);
    expect(await htmlOf(`/read/${documentId}`)).not.toContain(title);
    await step(by, at, 'republish');
    const html = await htmlOf(`/read/${documentId}`);
    expect(html).toMatch(/更正说明<\/h2><p>人数应为六十人。<\/p>/);
    expect(html).toContain(title);
  });
});

describe('what is not there', () => {
  it('a story taken out is told of without a word of it', async () => {
    const title = unique('已撤标题');
    const { story: made } = await storyWithPicture(by, make, { title });
    const { documentId } = await release(by, made);
    expect(await htmlOf(`/read/${documentId}`)).toContain(title);
    await step(by, `/stories/${documentId}`, 'withdraw', '事实有误');
    const html = await htmlOf(`/read/${documentId}`, 410);
    expect(html).toContain('这篇稿件已撤下');
    expect(html).not.toContain(title);
    expect(headOf(html).meta('robots')).toEqual(['noindex']);
  });

  it.each(['draft', 'approved'])('a story that is %s is not told of', async (state) => {
    const { story: made } = await storyWithPicture(by, make);
    const steps = state === 'draft' ? [] : ['submit', 'edit', 'approve'];
    for (const name of steps) await step(by, `/stories/${made.documentId}`, name);
    expect(await htmlOf(`/read/${made.documentId}`, 404)).not.toContain(String(made.title));
  });

  it.each([
    '/read/aaaaaaaaaaaaaaaaaaaaaaaa',
    '/read/columns/nowhere',
    '/read/a/b',
    '/read/?page=0',
    '/read/?page=999',
  ])('%s is unknown', async (path) => {
    expect(await htmlOf(path, 404)).toContain('没有找到这个页面');
  });
});

describe('the pages that list stories', () => {
  it('a column tells its stories, the newest first, twenty a page', async () => {
    const own = await make.column();
    const titles: string[] = [];
    for (let count = 0; count < 21; count += 1) {
      const made = await release(by, await make.publishable({ column: own.documentId }));
      titles.unshift(String(made.title));
    }
    const listed = (html: string) => [...html.matchAll(/<h2><a [^>]*>(.*?)<\/a>/g)].map(([, title]) => title);
    const path = `/read/columns/${own.slug}`;
    const first = await htmlOf(path);
    expect(listed(first)).toEqual(titles.slice(0, 20));
    expect(first).toContain(`rel="next" href="${path}?page=2"`);
    const second = await htmlOf(`${path}?page=2`);
    expect(listed(second)).toEqual(titles.slice(20));
    expect(second).toContain(`rel="prev" href="${path}"`);
    expect(headOf(second).links).toContainEqual({
      rel: 'canonical',
      type: undefined,
      href: `${url}${path}?page=2`,
    });
  });

  it('the way in names the columns and what is newest', async () => {
    const html = await htmlOf('/read/');
    expect(html).toContain(`href="/read/columns/${column.slug}"`);
    expect((await page('/read')).headers.get('location')).toBe('/read/');
  });
});
