import { Refusal } from '../../guard/errors';
import { columnAt, namedColumns } from '../read/columns';
import { columnPage, frontPage } from './list-page';
import { storiesOn, storyAt } from './read';
import { storyPage } from './story-page';

type Asked = { origin: string; part: string; page: number };

/** Draws a page as whole HTML; refuses with 404 or 410 where there is none. */
type Draw = (asked: Asked) => Promise<string>;

const story: Draw = async ({ origin, part }) => {
  const found = await storyAt(part);
  if (found.kind === 'gone') throw new Refusal(410, 'WITHDRAWN');
  if (found.kind === 'unknown') throw new Refusal(404, 'NOT_FOUND');
  return storyPage(found.story, origin);
};

const column: Draw = async ({ origin, part, page }) => {
  const named = await columnAt(part);
  return columnPage(named, await pageOf(page, named.id), origin);
};

const front: Draw = async ({ origin, page }) => {
  const [columns, stories] = await Promise.all([namedColumns('all'), pageOf(page, null)]);
  return frontPage(columns, stories, origin);
};

/** The first page is there even where nothing is out yet; behind the last there is none. */
async function pageOf(page: number, column: number | null) {
  const found = await storiesOn(page, column);
  if (page > 1 && found.stories.length === 0) throw new Refusal(404, 'NOT_FOUND');
  return found;
}

/** What stands at an address below `STORIES_PATH`; `paged`: whether it has further pages. */
export const PAGES: readonly { at: RegExp; draw: Draw; paged: boolean }[] = [
  { at: /^\/read\/$/, draw: front, paged: true },
  { at: /^\/read\/columns\/([\w.~-]{1,60})$/, draw: column, paged: true },
  { at: /^\/read\/([a-z0-9]{1,40})$/, draw: story, paged: false },
];
