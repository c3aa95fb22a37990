import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Changes,
  get,
  keepOnly,
  overHttp,
  pagesAfter,
  picturesOf,
  put,
  type Story,
  safe,
} from './client';

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

/** 使文件夹与已刊发的稿件一致。一页都写好之后才记下游标,中断后从上一页重来;从头同步的,取完才记。 */
export async function keepInStep(folder: string, changes: Changes): Promise<void> {
  await mkdir(folder, { recursive: true });
  const kept = path.join(folder, 'cursor');
  const begun = await readFile(kept, 'utf8').catch(() => '');
  const seen = new Set<string>();
  for await (const { stories, cursor, isLast, anew } of pagesAfter(begun, changes)) {
    for (const story of stories) {
      await take(folder, story);
      if (anew) seen.add(story.documentId);
    }
    if (anew && isLast) await keepOnly(folder, seen);
    if (!anew || isLast) await put(kept, cursor);
  }
}

const { BASE = '', TOKEN = '', FOLDER = 'stories' } = process.env;
if (process.argv[1] === fileURLToPath(import.meta.url)) await keepInStep(FOLDER, overHttp(BASE, TOKEN));
