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

/** The item of a story as JSON, with the mark of the origin in it. The kept part is not taken apart for that. */
export function itemJson(row: readonly unknown[]): string {
  const [item, html, changedAt, slug, column, unitId, unit, stationId, station, code, category] = row;
  return `${String(item).slice(0, -1)},"html":${quoted(html)},"column":${pair('slug', slug, column)},"unit":${pair('documentId', unitId, unit)},"station":${pair('documentId', stationId, station)},"category":${pair('code', code, category)},"changedAt":"${districtInstant(Number(changedAt))}"}`;
}

/** Chosen parts of an item, as JSON with the mark in it. */
export function partsJson(row: readonly unknown[], chosen: ReadonlySet<string>, source: unknown): string {
  const item = JSON.parse(itemJson(row)) as Record<string, unknown>;
  const entries = Object.entries(item).filter(
    ([name]) => name === 'id' || name === 'documentId' || chosen.has(name),
  );
  const text = chosen.has('text')
    ? { text: plainOf((JSON.parse(String(source)) as { content: Blocks }).content) }
    : {};
  return quoted({ ...Object.fromEntries(entries), ...text });
}

/** A whole answer from its JSON with marks. */
export const jsonAnswer = (json: string, origin: string) => ({
  type: 'application/json; charset=utf-8',
  body: withOrigin(json, origin),
});
