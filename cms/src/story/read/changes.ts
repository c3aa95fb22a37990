import { districtInstant, type StoryChangesQuery, type StoryTombstone } from '@jiedui/shared/story-api';
import type { Param } from '../../read/database';
import { amongIds, reader } from '../../read/reader';
import { cursorAt, positionOf } from './cursor';
import type { Head } from './head';
import { addressed, ITEM_WIDTH, itemColumns, itemJson, listAnswer, NAME_JOINS } from './items';
import type { Made } from './kept';
import type { Scope } from './request';

/** What changed after a cursor, in the order in which it was committed. A story comes with its last change only. */
export async function storyChanges(
  { cursor, updatedSince, limit }: StoryChangesQuery,
  scope: Scope,
  head: Head,
  origin: string,
): Promise<Made> {
  const after = cursor
    ? await positionOf(cursor, scope, head)
    : updatedSince
      ? await placeBefore(Date.parse(updatedSince), scope, head)
      : 0;
  const rows = await rowsAfter(after, scope, limit + 1, addressed(origin));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const reached = last ? Number(last[PLACE]) : after;
  const data = page.flatMap((row) => changeJson(row, scope));
  const meta = JSON.stringify({ cursor: cursorAt(reached, head, scope), more: rows.length > limit });
  return listAnswer(data, meta);
}

/**
 * The place right before the first change of a time: whatever was committed late comes after it too. Of a story only its
 * last change is known, of each of its columns the last that was told there: that it left one lies before what it has
 * done elsewhere since.
 */
async function placeBefore(since: number, scope: Scope, head: Head): Promise<number> {
  const { text, params } =
    scope === 'all' ? { text: 'released_stories WHERE changed_at >= ?', params: [] } : columnsWithin(scope);
  const [row] = await reader().arrays(`SELECT min(position) FROM ${text}`, [...params, since]);
  const first = row?.[0];
  return first === null || first === undefined ? head.position : Number(first) - 1;
}

function columnsWithin(scope: readonly number[]): { text: string; params: Param[] } {
  const mine = amongIds('column_id', scope);
  return { text: `released_columns WHERE ${mine.text} AND changed_at >= ?`, params: mine.params };
}

// What stands behind the columns of an item in a row.
const PLACE = ITEM_WIDTH;
const OWN = ITEM_WIDTH + 1;
const VISIBLE = ITEM_WIDTH + 2;
const CHANGE = ITEM_WIDTH + 3;
const DOCUMENT = ITEM_WIDTH + 4;
const COLUMN = ITEM_WIDTH + 5;
const MOVED = ITEM_WIDTH + 6;
const MORE = 's.position, s.visible, s.change, s.document_id, s.column_id';

function rowsAfter(
  after: number,
  scope: Scope,
  limit: number,
  address: readonly Param[],
): Promise<unknown[][]> {
  if (scope === 'all') {
    return reader().arrays(
      `SELECT ${itemColumns()}, s.position, ${MORE}, s.changed_at FROM released_stories s ${NAME_JOINS}
       WHERE s.position > ? ORDER BY s.position LIMIT ?`,
      [...address, after, limit],
    );
  }
  // Each column by its own index, then the first of all: together they would be sorted whole.
  const each = scope.map(
    () =>
      'SELECT * FROM (SELECT story_id, position, changed_at FROM released_columns WHERE column_id = ? AND position > ? ORDER BY position LIMIT ?) x',
  );
  const params: Param[] = scope.flatMap((column) => [column, after, limit]);
  return reader().arrays(
    `SELECT ${itemColumns()}, m.position, ${MORE}, m.changed_at
     FROM (SELECT DISTINCT story_id, position, changed_at FROM (${each.join(' UNION ALL ')}) y ORDER BY position LIMIT ?) m
     JOIN released_stories s ON s.story_id = m.story_id ${NAME_JOINS} ORDER BY m.position`,
    [...address, ...params, limit],
  );
}

function changeJson(row: unknown[], scope: Scope): Buffer[] {
  const isMine = scope === 'all' || scope.includes(Number(row[COLUMN]));
  if (!isMine) return [tombstone(row, 'outOfScope')];
  // It has gone on within the columns that may be read: it is told at its later place.
  if (row[PLACE] !== row[OWN]) return [];
  if (row[VISIBLE]) return [itemJson(row)];
  return [tombstone(row, row[CHANGE] === 'deleted' ? 'deleted' : 'withdrawn')];
}

function tombstone(row: unknown[], removed: StoryTombstone['removed']): Buffer {
  const id = String(row[DOCUMENT]);
  const changedAt = districtInstant(Number(row[MOVED]));
  return Buffer.from(JSON.stringify({ id, documentId: id, removed, changedAt } satisfies StoryTombstone));
}
