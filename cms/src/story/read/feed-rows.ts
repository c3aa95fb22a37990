import { createHash } from 'node:crypto';
import { columnPath, STORIES_PATH } from '@jiedui/shared/story';
import type { StoryPicture } from '@jiedui/shared/story-api';
import type { Param } from '../../read/database';
import { reader } from '../../read/reader';
import { ORIGIN_MARK } from '../release/origin';
import { columnAt } from './columns';
import { visible } from './conditions';

/** The newest so many stories make a feed. */
const MOST = 50;

/** A story as feeds tell it, with the mark of the origin in its addresses. */
export type FeedStory = {
  id: string;
  url: string;
  title: string;
  summary: string | null;
  author: string | null;
  tags: string[];
  cover: StoryPicture | null;
  pictures: StoryPicture[];
  html: string;
  column: string | null;
  releasedAt: number;
  changedAt: number;
};

/** A feed before it is known in which form it is asked for. `page`: what it is the feed of, for people. */
export type Feed = {
  id: string;
  title: string;
  description: string | null;
  page: string;
  address: string;
  updated: number;
  stories: FeedStory[];
};

/** Who speaks in the feeds. */
export const PUBLISHER = '新时代文明实践结对共建';

/** The name of something for good, wherever this server is reached. */
export function stableId(of: string): string {
  const hash = createHash('sha1').update(`jiedui:${of}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return `urn:uuid:${parts.join('-')}`;
}

/** The feed of all stories, or of a column by its address; `address` is its own without the form's ending. */
export async function feedOf(slug: string | null): Promise<Feed> {
  const column = slug === null ? null : await columnAt(slug);
  const stories = await newest(column ? { text: 's.column_id = ?', params: [column.id] } : null);
  const updated = stories.reduce((latest, { changedAt }) => Math.max(latest, changedAt), 0);
  if (!column) {
    return {
      id: stableId('feed'),
      title: PUBLISHER,
      description: null,
      page: `${ORIGIN_MARK}${STORIES_PATH}`,
      address: `${ORIGIN_MARK}/feeds/stories`,
      updated,
      stories,
    };
  }
  const name = encodeURIComponent(column.slug);
  return {
    id: stableId(`feed:${column.documentId}`),
    title: `${column.name} - ${PUBLISHER}`,
    description: column.description,
    page: `${ORIGIN_MARK}${columnPath(column.slug)}`,
    address: `${ORIGIN_MARK}/feeds/columns/${name}`,
    updated,
    stories,
  };
}

async function newest(only: { text: string; params: Param[] } | null): Promise<FeedStory[]> {
  const rows = await reader().arrays(
    `SELECT s.document_id, s.item, s.released_at, s.changed_at, c.name FROM (
       SELECT s.story_id AS page_id FROM released_stories s
       WHERE ${visible()}${only ? ` AND ${only.text}` : ''} ORDER BY s.released_at DESC, s.story_id DESC LIMIT ${MOST}
     ) p JOIN released_stories s ON s.story_id = p.page_id
     LEFT JOIN released_names c ON c.kind = 'column' AND c.id = s.column_id
     ORDER BY s.released_at DESC, s.story_id DESC`,
    only?.params ?? [],
  );
  return rows.map(([documentId, item, releasedAt, changedAt, column]) => ({
    ...(JSON.parse(String(item)) as FeedStory),
    id: stableId(`story:${documentId}`),
    column: column as string | null,
    releasedAt: Number(releasedAt),
    changedAt: Number(changedAt),
  }));
}

/** What a feed files a story under: its column and its tags, each once. */
export const wordsOf = ({ column, tags }: FeedStory): string[] => [
  ...new Set(column === null ? tags : [column, ...tags]),
];
