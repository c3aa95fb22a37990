import type { StoryItem } from '@jiedui/shared/story-api';
import { reader } from '../../read/reader';
import { visible } from '../read/conditions';
import { addressed, itemColumns, itemJson, NAME_JOINS } from '../read/items';
import { withOrigin } from '../release/origin';
import type { ListedStory } from './list-page';

export const STORIES_A_PAGE = 20;

/** A page shows its own server's pictures and links wherever it is read from, so addresses in it begin with a slash. */
const HERE = '';

export type Found = { kind: 'story'; story: StoryItem } | { kind: 'gone' } | { kind: 'unknown' };

/** A story that is out; `gone` for one that was. */
export async function storyAt(documentId: string): Promise<Found> {
  const [row] = await reader().arrays(
    `SELECT ${itemColumns()}, s.visible FROM released_stories s ${NAME_JOINS} WHERE s.document_id = ?`,
    [...addressed(HERE), documentId],
  );
  if (!row) return { kind: 'unknown' };
  if (!row.at(-1)) return { kind: 'gone' };
  return { kind: 'story', story: JSON.parse(String(itemJson(row))) as StoryItem };
}

/** The stories of a page, the newest first, of one column or of all; one more tells whether there is a next page. */
export async function storiesOn(
  page: number,
  column: number | null,
): Promise<{ stories: ListedStory[]; page: number; more: boolean }> {
  const rows = await reader().arrays(
    `SELECT s.item, u.name FROM (
       SELECT s.story_id AS page_id FROM released_stories s
       WHERE ${visible()}${column === null ? '' : ' AND s.column_id = ?'}
       ORDER BY s.released_at DESC, s.story_id DESC LIMIT ? OFFSET ?
     ) p JOIN released_stories s ON s.story_id = p.page_id
     LEFT JOIN released_names u ON u.kind = 'unit' AND u.id = s.unit_id
     ORDER BY s.released_at DESC, s.story_id DESC`,
    [...(column === null ? [] : [column]), STORIES_A_PAGE + 1, (page - 1) * STORIES_A_PAGE],
  );
  const stories = rows.slice(0, STORIES_A_PAGE).map(([item, unit]) => ({
    ...(JSON.parse(withOrigin(String(item), HERE)) as Omit<ListedStory, 'unit'>),
    unit: unit === null ? null : { name: String(unit) },
  }));
  return { stories, page, more: rows.length > STORIES_A_PAGE };
}
