import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

export type Picture = { key: string; sizes: { large: { url: string } } };
export type Story = {
  documentId: string;
  removed?: string;
  cover?: Picture | null;
  pictures?: Picture[];
};
export type Page = { data: Story[]; meta: { cursor: string; more: boolean } };
/** 取游标之后的一页变动;空游标从头开始。游标不能再用时为 null。 */
export type Changes = (cursor: string) => Promise<Page | null>;

const TRIES = 8;
const wait = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000));

/** 失败的请求所得的返回,自己的和 @strapi/client 的错误都带着它;连接不上的没有。 */
const answerOf = (error: unknown) => (error as { response?: Response }).response;

/** 问一次。忙(429、5xx、断网)时按 Retry-After 或逐次加倍的间隔再试;令牌无效等其他错误不再试。 */
export async function patiently<T>(ask: () => Promise<T>, tries = TRIES): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const answer = answerOf(error);
    const busy = answer ? answer.status === 429 || answer.status >= 500 : error instanceof TypeError;
    if (!busy || tries === 0) throw error;
    await wait(Number(answer?.headers.get('Retry-After')) || 2 ** (TRIES - tries));
    return patiently(ask, tries - 1);
  }
}

/** 取一个地址。 */
export const get = (url: URL, token?: string): Promise<Response> =>
  patiently(async () => {
    const headers = {
      Accept: 'application/json, image/jpeg',
      ...(token && { Authorization: `Bearer ${token}` }),
    };
    const response = await fetch(url, { headers });
    if (response.ok || response.status === 404 || response.status === 410) return response;
    throw Object.assign(new Error(`${url}: ${await response.clone().text()}`), { response });
  });

/** 一页变动。游标不能再用(可取专栏修改过,或对方的数据由备份恢复)时为 null。 */
export async function pageOf(asked: Promise<Response>): Promise<Page | null> {
  try {
    const answer = await asked;
    if (!answer.ok) throw new Error(`${answer.url}: ${await answer.text()}`);
    return (await answer.json()) as Page;
  } catch (error) {
    const said = await answerOf(error)?.clone().text();
    if (said?.includes('"CURSOR_UNUSABLE"')) return null;
    throw error;
  }
}

/** 用令牌取变动。 */
export const overHttp =
  (base: string, token: string): Changes =>
  async (cursor) => {
    const url = new URL('/api/stories/changes?limit=200', base);
    if (cursor) url.searchParams.set('cursor', cursor);
    return pageOf(get(url, token));
  };

/**
 * 游标之后的各页。游标不能再用时从头取起(`anew`):已刊发的都会再次出现,此前取到而没有再次出现的,应当删去。
 */
export async function* pagesAfter(begun: string, changes: Changes) {
  let [cursor, anew] = [begun, false];
  for (let more = true; more; ) {
    const page = await changes(cursor);
    if (!page && cursor === '') throw new Error('从头同步也被拒绝');
    if (page) {
      ({ cursor, more } = page.meta);
      yield { stories: page.data, cursor, isLast: !more, anew };
    } else [cursor, anew] = ['', true];
  }
}

/** 一篇稿件的图片,封面在后;可能重复。 */
export const picturesOf = ({ pictures = [], cover }: Story): Picture[] => [
  ...pictures,
  ...(cover ? [cover] : []),
];

/** 编号会成为文件名:只接受字母、数字和 - _,不让别的内容写到文件夹外面。 */
export function safe(name: string): string {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(name)) throw new Error(`编号不对:${name}`);
  return name;
}

/** 只留下这些稿件的文件夹。 */
export async function keepOnly(folder: string, stories: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory() && !stories.has(entry.name))
      await rm(path.join(folder, entry.name), { recursive: true });
}

/** 先写到旁边再改名,断电也不会留下半个文件。 */
export async function put(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.part`, content, { flush: true });
  await rename(`${file}.part`, file);
}
