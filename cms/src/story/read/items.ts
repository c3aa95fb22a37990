import { type Blocks, plainOf } from '@jiedui/shared/story';
import { districtInstant } from '@jiedui/shared/story-api';
import type { Param } from '../../read/database';
import { dialect } from '../../read/reader';
import { ORIGIN_MARK } from '../release/origin';
import type { Made } from './kept';

/**
 * What is read of a story to tell it whole, by joins with the names of what it belongs to. Its first two parameters are
 * those of `addressed`. SQLite hands the kept part over as it lies there: to make a text of it, only to write it out
 * again, takes longer than all the rest.
 */
export const itemColumns = (): string =>
  `${dialect() === 'sqlite' ? `CAST(${KEPT} AS BLOB)` : KEPT}, s.changed_at, c.code, c.name, u.document_id, u.name,
  t.document_id, t.name, k.code, k.name`;

const KEPT = 'replace(s.item, ?, ?)';

/** How many values of a row `itemColumns` takes. */
export const ITEM_WIDTH = 10;

/** Puts the address of this server into what is kept of a story. */
export const addressed = (origin: string): Param[] => [ORIGIN_MARK, origin];

export const NAME_JOINS = `LEFT JOIN released_names c ON c.kind = 'column' AND c.id = s.column_id
  LEFT JOIN released_names u ON u.kind = 'unit' AND u.id = s.unit_id
  LEFT JOIN released_names t ON t.kind = 'station' AND t.id = s.station_id
  LEFT JOIN released_names k ON k.kind = 'category' AND k.id = s.category_id`;

const quoted = JSON.stringify;

const pair = (first: string, one: unknown, name: unknown): string =>
  name === null ? 'null' : `{"${first}":${quoted(one)},"name":${quoted(name)}}`;

/** What is told of a story behind its kept part, each as JSON. */
const BEHIND = {
  column: (row) => pair('slug', row[2], row[3]),
  unit: (row) => pair('documentId', row[4], row[5]),
  station: (row) => pair('documentId', row[6], row[7]),
  category: (row) => pair('code', row[8], row[9]),
  changedAt: (row) => `"${districtInstant(Number(row[1]))}"`,
} satisfies Record<string, (row: readonly unknown[]) => string>;

const BEHIND_ALL = Object.keys(BEHIND) as (keyof typeof BEHIND)[];

const behind = (row: readonly unknown[], names: readonly (keyof typeof BEHIND)[]): string =>
  `${names.map((name) => `,"${name}":${BEHIND[name](row)}`).join('')}}`;

/** The item of a story as JSON. The kept part is not taken apart. */
export function itemJson(row: readonly unknown[]): Buffer {
  const [kept] = row;
  const bytes = Buffer.isBuffer(kept) ? kept : Buffer.from(String(kept));
  return Buffer.concat([bytes.subarray(0, -1), Buffer.from(behind(row, BEHIND_ALL))]);
}

/** Chosen parts of an item as JSON; `source`: what the story was drawn up from, where its plain text is among them. */
export function partsJson(row: readonly unknown[], chosen: ReadonlySet<string>, source: unknown): Buffer {
  const kept = Object.entries(JSON.parse(String(row[0])) as Record<string, unknown>).filter(
    ([name]) => name === 'id' || name === 'documentId' || chosen.has(name),
  );
  const text = chosen.has('text')
    ? { text: plainOf((JSON.parse(String(source)) as { content: Blocks }).content) }
    : {};
  const names = BEHIND_ALL.filter((name) => chosen.has(name));
  const json = quoted({ ...Object.fromEntries(kept), ...text });
  return Buffer.from(json.slice(0, -1) + behind(row, names));
}

const OPEN = Buffer.from('{"data":[');
const BETWEEN = Buffer.from(',');

/** The answer that lists items; `meta` is JSON. */
export function listAnswer(items: readonly Buffer[], meta: string): Made {
  const parts = items.flatMap((item, at) => (at === 0 ? [item] : [BETWEEN, item]));
  return jsonAnswer(Buffer.concat([OPEN, ...parts, Buffer.from(`],"meta":${meta}}`)]));
}

/** A whole answer from its JSON. */
export const jsonAnswer = (body: string | Buffer): Made => ({
  type: 'application/json; charset=utf-8',
  body,
});
