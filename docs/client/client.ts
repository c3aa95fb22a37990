import { rename, writeFile } from 'node:fs/promises';

export type Picture = { key: string; sizes: { large: { url: string } } };
export type Story = {
  documentId: string;
  removed?: string;
  cover?: Picture | null;
  pictures?: Picture[];
};
export type Page = { data: Story[]; meta: { cursor: string; more: boolean } };
/** 取游标之后的一页变动;空游标从头开始。 */
export type Changes = (cursor: string) => Promise<Page>;

const TRIES = 8;
const wait = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000));

/** 取一个地址。忙(429、5xx、断网)时按 Retry-After 或逐次加倍的间隔再试;令牌无效等其他错误不再试。 */
export async function get(url: URL, token?: string, tries = TRIES): Promise<Response> {
  const headers = {
    Accept: 'application/json, image/jpeg',
    ...(token && { Authorization: `Bearer ${token}` }),
  };
  const answer = await fetch(url, { headers }).catch(() => null);
  if (answer && (answer.ok || answer.status === 404 || answer.status === 410)) return answer;
  const busy = !answer || answer.status === 429 || answer.status >= 500;
  if (!busy || tries === 0) throw new Error(`${url}: ${answer ? await answer.text() : '连接不上'}`);
  await wait(Number(answer?.headers.get('Retry-After')) || 2 ** (TRIES - tries));
  return get(url, token, tries - 1);
}

/** 用令牌取变动。 */
export const overHttp =
  (base: string, token: string): Changes =>
  async (cursor) => {
    const url = new URL('/api/stories/changes?limit=200', base);
    if (cursor) url.searchParams.set('cursor', cursor);
    const answer = await get(url, token);
    if (!answer.ok) throw new Error(`${url}: ${await answer.text()}`);
    return (await answer.json()) as Page;
  };

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

/** 先写到旁边再改名,断电也不会留下半个文件。 */
export async function put(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.part`, content, { flush: true });
  await rename(`${file}.part`, file);
}
