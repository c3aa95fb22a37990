import type { StoryListQuery } from '@jiedui/shared/story-api';
import type { Param } from '../../read/database';
import { amongIds, amongTexts, dialect, reader } from '../../read/reader';
import type { NamedKind } from '../release/names';
import type { Scope } from './request';

export type Condition = { text: string; params: Param[] };

/** How each database says that a row is visible. */
export const visible = (): string => (dialect() === 'postgres' ? 's.visible' : 's.visible = 1');

/** That a row lies in one of the columns that may be read. */
export function inScope(scope: Scope): Condition | null {
  return scope === 'all' ? null : amongIds('s.column_id', scope);
}

/** What a list is narrowed to, as one condition on the released stories `s`. */
export async function conditionsOf(query: StoryListQuery, scope: Scope): Promise<Condition> {
  const all: Condition[] = [{ text: visible(), params: [] }];
  const mine = inScope(scope);
  if (mine) all.push(mine);
  const slugs = [query['filters[column][slug]'], ...(query['filters[column][slug][$in]'] ?? [])];
  all.push(...(await named('column', 'code', slugs, 's.column_id')));
  all.push(...(await named('unit', 'document_id', [query['filters[unit][documentId]']], 's.unit_id')));
  all.push(
    ...(await named('station', 'document_id', [query['filters[station][documentId]']], 's.station_id')),
  );
  all.push(...(await named('category', 'code', [query['filters[category][code]']], 's.category_id')));
  all.push(...tagged([query['filters[tags]'], ...(query['filters[tags][$in]'] ?? [])]));
  const good = query['filters[goodPractice]'];
  if (good) all.push(truth('s.good_practice', good === 'true'));
  for (const [name, column] of INSTANTS) all.push(...between(query, name, column));
  return {
    text: all.map(({ text }) => text).join(' AND '),
    params: all.flatMap(({ params }) => params),
  };
}

const INSTANTS = [
  ['releasedAt', 's.released_at'],
  ['changedAt', 's.changed_at'],
] as const;

const truth = (column: string, value: boolean): Condition => ({
  text: dialect() === 'postgres' ? `${column} = ${value}` : `${column} = ${Number(value)}`,
  params: [],
});

const OPERATORS = { $gte: '>=', $gt: '>', $lte: '<=', $lt: '<' } as const;

function between(query: StoryListQuery, name: 'releasedAt' | 'changedAt', column: string): Condition[] {
  return (Object.keys(OPERATORS) as (keyof typeof OPERATORS)[]).flatMap((operator) => {
    const value = query[`filters[${name}][${operator}]`];
    if (value === undefined) return [];
    return [{ text: `${column} ${OPERATORS[operator]} ?`, params: [Date.parse(value)] }];
  });
}

/** That a story belongs to one of what is asked for by name; nothing does where there is no such thing. */
async function named(
  kind: NamedKind,
  by: 'code' | 'document_id',
  asked: (string | undefined)[],
  column: string,
): Promise<Condition[]> {
  const values = asked.filter((value) => value !== undefined);
  if (values.length === 0) return [];
  const among = amongTexts(by, values);
  const rows = await reader().arrays(`SELECT id FROM released_names WHERE kind = ? AND ${among.text}`, [
    kind,
    ...among.params,
  ]);
  const ids = rows.map(([id]) => Number(id));
  if (ids.length === 1) return [{ text: `${column} = ?`, params: [ids[0] ?? 0] }];
  return [amongIds(column, ids)];
}

function tagged(asked: (string | undefined)[]): Condition[] {
  const tags = asked.filter((tag) => tag !== undefined);
  if (tags.length === 0) return [];
  const { text, params } = amongTexts('tag', tags);
  return [{ text: `s.story_id IN (SELECT story_id FROM released_tags WHERE ${text})`, params }];
}
