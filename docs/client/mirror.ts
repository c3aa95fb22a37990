import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Changes, get, keepOnly, overHttp, picturesOf, put, type Story, safe } from './client';

/** 一篇稿件一个文件夹;撤下的删去,移除的图片(已撤回肖像同意)也删去。重复收到没有关系。 */
async function take(folder: string, story: Story): Promise<void> {
  const own = path.join(folder, safe(story.documentId));
  if (story.removed) return rm(own, { recursive: true, force: true });
  await mkdir(own, { recursive: true });
  const pictures = new Map(picturesOf(story).map(({ key, sizes }) => [`${safe(key)}.jpg`, sizes.large.url]));
  for (const [name, url] of pictures) {
    const picture = await get(new URL(url));
    if (picture.ok) await put(path.join(own, name), new Uint8Array(await picture.arrayBuffer()));
  }
  await put(path.join(own, 'story.json'), JSON.stringify(story, null, 2));
  for (const name of await readdir(own))
    if (name !== 'story.json' && !pictures.has(name)) await rm(path.join(own, name));
}

/**
 * 使文件夹与已刊发的稿件一致。一页都写好之后才记下游标,中断后从上一页重来。
 * 游标不能再用时从头同步,取完后删去没有再次出现的,这时才记下新的游标。
 */
export async function keepInStep(folder: string, changes: Changes): Promise<void> {
  await mkdir(folder, { recursive: true });
  let cursor = await readFile(path.join(folder, 'cursor'), 'utf8').catch(() => '');
  let seen: Set<string> | null = null;
  for (let more = true; more; ) {
    const page = await changes(cursor);
    if (!page) {
      if (cursor === '') throw new Error('从头同步也被拒绝');
      [cursor, seen] = ['', new Set()];
      continue;
    }
    for (const story of page.data) {
      await take(folder, story);
      seen?.add(story.documentId);
    }
    ({ cursor, more } = page.meta);
    if (seen && !more) await keepOnly(folder, seen);
    if (!seen || !more) await put(path.join(folder, 'cursor'), cursor);
  }
}

const { BASE = '', TOKEN = '', FOLDER = 'stories' } = process.env;
if (process.argv[1] === fileURLToPath(import.meta.url)) await keepInStep(FOLDER, overHttp(BASE, TOKEN));
