import { STORY_FIELDS, STORY_PARTS, type StoryChoice, type StoryListQuery } from '@jiedui/shared/story-api';
import { LRUCache } from 'lru-cache';
import { reader } from '../../read/reader';
import { type Condition, conditionsOf } from './conditions';
import type { Head } from './head';
import { addressed, ITEM_WIDTH, itemColumns, itemJson, listAnswer, NAME_JOINS, partsJson } from './items';
import type { Made } from './kept';
import type { Scope } from './request';

/** The parts that a query chooses; null where it takes them all. */
export function chosenOf({ fields, populate }: StoryChoice): ReadonlySet<string> | null {
  const parts = !populate || populate.includes('*') ? STORY_PARTS : populate;
  if (!fields && parts === STORY_PARTS) return null;
  return new Set<string>([...(fields ?? STORY_FIELDS.filter((name) => name !== 'text')), ...parts]);
}

// What stands behind the columns of an item in a row.
const STORY = ITEM_WIDTH;
const SORTED = ITEM_WIDTH + 1;
const SOURCE_AT = ITEM_WIDTH + 2;
const SOURCE = '(SELECT o.source FROM released_sources o WHERE o.story_id = s.story_id)';

/** Sorted here: a database that sorts whole rows carries all their texts along. */
const byPlace = (a: readonly unknown[], b: readonly unknown[]): number =>
  Number(a[SORTED]) - Number(b[SORTED]) || Number(a[STORY]) - Number(b[STORY]);

const SORTS = { releasedAt: 's.released_at', changedAt: 's.changed_at' } as const;

/** A page of what is out. */
export async function listStories(
  query: StoryListQuery,
  scope: Scope,
  head: Head,
  origin: string,
): Promise<Made> {
  const where = await conditionsOf(query, scope);
  const [field = 'releasedAt', direction] = query.sort.split(':') as [keyof typeof SORTS, string];
  const way = direction === 'asc' ? 'ASC' : 'DESC';
  const order = `${SORTS[field]} ${way}, s.story_id ${way}`;
  const page = query['pagination[page]'];
  const pageSize = query['pagination[pageSize]'];
  const chosen = chosenOf(query);
  const rows = await reader().arrays(
    `SELECT ${itemColumns()}, s.story_id, ${SORTS[field]}${chosen?.has('text') ? `, ${SOURCE}` : ''} FROM (
       SELECT s.story_id AS page_id FROM released_stories s WHERE ${where.text} ORDER BY ${order} LIMIT ? OFFSET ?
     ) p JOIN released_stories s ON s.story_id = p.page_id ${NAME_JOINS}`,
    [...addressed(origin), ...where.params, pageSize, (page - 1) * pageSize],
  );
  rows.sort(way === 'ASC' ? byPlace : (a, b) => byPlace(b, a));
  const total = query['pagination[withCount]'] === 'true' ? await countAt(head, where) : null;
  const items = rows.map((row) => (chosen ? partsJson(row, chosen, row[SOURCE_AT]) : itemJson(row)));
  const counted = total === null ? {} : { pageCount: Math.ceil(total / pageSize), total };
  const meta = JSON.stringify({ pagination: { page, pageSize, ...counted } });
  return listAnswer(items, meta);
}

/** Pages of one list are asked for one after the other: what is counted holds until anything that is out changes. */
const counted = new LRUCache<string, { position: number; total: number }>({ max: 500 });

async function countAt({ position }: Head, { text, params }: Condition): Promise<number> {
  const key = JSON.stringify([text, ...params]);
  const known = counted.get(key);
  if (known?.position === position) return known.total;
  const [row] = await reader().arrays(`SELECT count(*) FROM released_stories s WHERE ${text}`, params);
  const total = Number(row?.[0]);
  counted.set(key, { position, total });
  return total;
}
