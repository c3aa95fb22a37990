import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

type Picture = { key: string; sizes: { large: { url: string } } };
type Story = { documentId: string; removed?: string; cover?: Picture | null; pictures?: Picture[] };
export type Page = { data: Story[]; meta: { cursor: string; more: boolean } };
const wait = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000));

/** 取一个地址。忙(429、5xx、断网)时按 Retry-After 或逐次加倍的间隔再试;令牌无效等其他错误不再试。 */
export async function get(url: URL, token?: string, tries = 8): Promise<Response> {
  const headers = {
    Accept: 'application/json, image/jpeg',
    ...(token && { Authorization: `Bearer ${token}` }),
  };
  const answer = await fetch(url, { headers }).catch(() => null);
  if (answer && (answer.ok || answer.status === 404 || answer.status === 410)) return answer;
  const busy = !answer || answer.status === 429 || answer.status >= 500;
  if (!busy || tries === 0) throw new Error(`${url}: ${answer ? await answer.text() : '连接不上'}`);
  await wait(Number(answer?.headers.get('Retry-After')) || 2 ** (8 - tries));
  return get(url, token, tries - 1);
}

/** 编号会成为文件名:只接受字母、数字和 - _,不让别的内容写到文件夹外面。 */
function safe(name: string): string {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(name)) throw new Error(`编号不对:${name}`);
  return name;
}

/** 先写到旁边再改名,断电也不会留下半个文件。 */
async function put(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.part`, content, { flush: true });
  await rename(`${file}.part`, file);
}

/** 把一篇稿件写进自己的文件夹;撤下的整个删去,移除的图片(已撤回肖像同意)也删去。重复收到没有关系。 */
async function take(folder: string, story: Story): Promise<void> {
  const own = path.join(folder, safe(story.documentId));
  if (story.removed) return rm(own, { recursive: true, force: true });
  await mkdir(own, { recursive: true });
  const kept = new Set(['story.json']);
  for (const { key, sizes } of [...(story.pictures ?? []), ...(story.cover ? [story.cover] : [])]) {
    const name = `${safe(key)}.jpg`;
    kept.add(name);
    const picture = await get(new URL(sizes.large.url));
    if (picture.ok) await put(path.join(own, name), new Uint8Array(await picture.arrayBuffer()));
  }
  await put(path.join(own, 'story.json'), JSON.stringify(story, null, 2));
  for (const name of await readdir(own)) if (!kept.has(name)) await rm(path.join(own, name));
}

/** 使文件夹与已刊发的稿件一致。一页的内容都写好之后才记下游标,中断后从上一页重来。 */
export async function keepInStep(folder: string, changes: (cursor: string) => Promise<Page>): Promise<void> {
  await mkdir(folder, { recursive: true });
  let cursor = await readFile(path.join(folder, 'cursor'), 'utf8').catch(() => '');
  for (let more = true; more; ) {
    const page = await changes(cursor);
    for (const story of page.data) await take(folder, story);
    ({ cursor, more } = page.meta);
    await put(path.join(folder, 'cursor'), cursor);
  }
}

export const overHttp = (base: string, token: string) => async (cursor: string) => {
  const url = new URL('/api/stories/changes?limit=200', base);
  if (cursor) url.searchParams.set('cursor', cursor);
  const answer = await get(url, token);
  if (!answer.ok) throw new Error(`${url}: ${await answer.text()}`);
  return (await answer.json()) as Page;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { BASE = '', TOKEN = '', FOLDER = 'stories' } = process.env;
  await keepInStep(FOLDER, overHttp(BASE, TOKEN));
}
