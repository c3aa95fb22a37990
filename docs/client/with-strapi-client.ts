import { fileURLToPath } from 'node:url';
import { strapi } from '@strapi/client';
import { type Changes, pageOf, patiently } from './client';
import { keepInStep } from './mirror';

const { BASE = '', TOKEN = '', FOLDER = 'stories' } = process.env;

const open = (base: string, token: string) => strapi({ baseURL: new URL('/api', base).href, auth: token });

/** 最新的稿件,按刊发时间从新到旧。 */
export async function newest(base: string, token: string) {
  const stories = open(base, token).collection('stories');
  const { data } = await patiently(() =>
    stories.find({
      fields: ['title', 'releasedAt'],
      populate: ['column'],
      sort: 'releasedAt:desc',
      pagination: { page: 1, pageSize: 10 },
    }),
  );
  return data;
}

/** 一篇稿件。 */
export async function one(base: string, token: string, documentId: string) {
  const stories = open(base, token).collection('stories');
  const { data } = await patiently(() => stories.findOne(documentId));
  return data;
}

/** 同步,与 mirror.ts 相同,只是经由 @strapi/client 取变动。 */
export function changesOf(base: string, token: string): Changes {
  const client = open(base, token);
  return async (cursor) => {
    const query = new URLSearchParams({ limit: '200', ...(cursor && { cursor }) });
    return pageOf(patiently(() => client.fetch(`/stories/changes?${query}`)));
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const story of await newest(BASE, TOKEN)) console.log(story.releasedAt, story.title);
  await keepInStep(FOLDER, changesOf(BASE, TOKEN));
}
