import { asLinked, type Row } from '../../providers/row';

/** A list as somebody likes to see it: its address state and its columns, under a name. */
export type SavedView = {
  row: Row;
  name: string;
  query: Record<string, string>;
  columns: string[] | null;
  favourite: boolean;
  sharedWith: string | null;
  /** Whether it is the signed-in person's own. */
  mine: boolean;
};

/** Where in the list one has got to is no part of how it is looked at. */
const NOT_KEPT = ['page', 'view'];

export function queryOf(params: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...params].filter(([name, value]) => value !== '' && !NOT_KEPT.includes(name)));
}

const ordered = (query: Record<string, string>) => JSON.stringify(Object.entries(query).sort());

export const sameQuery = (one: Record<string, string>, other: Record<string, string>): boolean =>
  ordered(one) === ordered(other);

export const sameColumns = (one: readonly string[] | null, other: readonly string[] | null): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const isQuery = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function asView(row: Row, me: string): SavedView {
  return {
    row,
    name: String(row.name),
    query: isQuery(row.query) ? row.query : {},
    columns: Array.isArray(row.columns) ? row.columns.map(String) : null,
    favourite: row.favourite === true,
    sharedWith: typeof row.sharedWith === 'string' ? row.sharedWith : null,
    mine: asLinked(row.owner)?.documentId === me,
  };
}

/** One's own first, then what is shared; each by name. */
export const inOrder = (views: readonly SavedView[]): SavedView[] =>
  [...views].sort((a, b) => Number(b.mine) - Number(a.mine) || a.name.localeCompare(b.name, 'zh'));
