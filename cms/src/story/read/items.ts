import { type Blocks, plainOf } from '@jiedui/shared/story';
import { districtInstant } from '@jiedui/shared/story-api';
import { withOrigin } from '../release/origin';

/** What is read of a story to tell it whole, by joins with the names of what it belongs to. */
export const ITEM_COLUMNS = `s.item, s.html, s.changed_at, c.code, c.name, u.document_id, u.name, t.document_id, t.name,
  k.code, k.name`;

export const NAME_JOINS = `LEFT JOIN released_names c ON c.kind = 'column' AND c.id = s.column_id
  LEFT JOIN released_names u ON u.kind = 'unit' AND u.id = s.unit_id
  LEFT JOIN released_names t ON t.kind = 'station' AND t.id = s.station_id
  LEFT JOIN released_names k ON k.kind = 'category' AND k.id = s.category_id`;

const quoted = JSON.stringify;

const pair = (first: string, one: unknown, name: unknown): string =>
  name === null ? 'null' : `{"${first}":${quoted(one)},"name":${quoted(name)}}`;

/** What is told of a story behind its kept part, each as JSON. */
const BEHIND = {
  html: (row) => quoted(row[1]),
  column: (row) => pair('slug', row[3], row[4]),
  unit: (row) => pair('documentId', row[5], row[6]),
  station: (row) => pair('documentId', row[7], row[8]),
  category: (row) => pair('code', row[9], row[10]),
  changedAt: (row) => `"${districtInstant(Number(row[2]))}"`,
} satisfies Record<string, (row: readonly unknown[]) => string>;

const BEHIND_ALL = Object.keys(BEHIND) as (keyof typeof BEHIND)[];

/** The kept part is not taken apart to be told whole. */
const joined = (kept: string, row: readonly unknown[], names: readonly (keyof typeof BEHIND)[]): string =>
  `${kept.slice(0, -1)}${names.map((name) => `,"${name}":${BEHIND[name](row)}`).join('')}}`;

/** The item of a story as JSON, with the mark of the origin in it. */
export const itemJson = (row: readonly unknown[]): string => joined(String(row[0]), row, BEHIND_ALL);

/** Chosen parts of an item, as JSON with the mark in it. */
export function partsJson(row: readonly unknown[], chosen: ReadonlySet<string>, source: unknown): string {
  const kept = Object.entries(JSON.parse(String(row[0])) as Record<string, unknown>).filter(
    ([name]) => name === 'id' || name === 'documentId' || chosen.has(name),
  );
  const text = chosen.has('text')
    ? { text: plainOf((JSON.parse(String(source)) as { content: Blocks }).content) }
    : {};
  const behind = BEHIND_ALL.filter((name) => chosen.has(name));
  return joined(quoted({ ...Object.fromEntries(kept), ...text }), row, behind);
}

/** A whole answer from its JSON with marks. */
export const jsonAnswer = (json: string, origin: string) => ({
  type: 'application/json; charset=utf-8',
  body: withOrigin(json, origin),
});
