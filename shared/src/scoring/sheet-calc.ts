import { type Dec, Dec as Decimal, dec, ONE, sum, ZERO } from '../decimal';
import {
  type Dimension,
  dimensionMax,
  type Indicator,
  judges,
  type Rubric,
  type SourceCode,
} from '../rubric';
import { type CoverageCalc, coverItems } from './coverage';
import type { Entry, Metrics, Sheet } from './entries';
import { computeItem } from './item';
import type { ItemCalc } from './item-score';
import { changeOf, moderatedWords } from './moderated';

/** One dimension of one sheet. */
export interface DimensionCalc {
  dimension: Dimension;
  /** Points, re-weighted to `max`; null when nothing in it was scored. */
  value: Dec | null;
  max: Dec;
  /** What a regular item's points are multiplied with to make up for missing ones. */
  factor: Dec;
  items: ItemCalc[];
}

/** One sheet. Bonus, penalty and veto items stand in `dimensions` too but are in no total. */
export interface SheetCalc {
  sheet: Sheet;
  /** Points out of `max`, re-weighted; null when nothing was scored. */
  total: Dec | null;
  max: Dec;
  /** What a dimension's points are multiplied with to make up for missing dimensions. */
  factor: Dec;
  dimensions: DimensionCalc[];
  /** All items by indicator code. */
  items: Map<string, ItemCalc>;
  coverage: CoverageCalc;
}

/** Scores an item; whoever scores many sheets may remember what it has scored. */
export type ItemOf = typeof computeItem;

/** Scores a sheet: items with their floors, then dimensions, each re-weighted for what is missing. */
export function computeSheet(
  rubric: Rubric,
  sheet: Sheet,
  metrics: Metrics,
  itemOf: ItemOf = computeItem,
): SheetCalc {
  const dimensions = rubric.dimensions.map((dimension) =>
    computeDimension(dimension, sheet, metrics, itemOf),
  );
  const max = sum(dimensions.map((dimension) => dimension.max));
  const scored = dimensions.filter(({ value }) => value !== null);
  const scoredMax = sum(scored.map((dimension) => dimension.max));
  const factor = scoredMax.isZero() || scoredMax.equals(max) ? ONE : max.div(scoredMax);
  const points = sum(scored.map(({ value }) => value ?? ZERO));
  const total = scoredMax.isZero() ? null : points.times(factor);
  const all = dimensions.flatMap(({ items }) => items);
  const items = new Map(all.map((item) => [item.code, item]));
  return { sheet, total, max, factor, dimensions, items, coverage: coverItems(all.filter(isCounted)) };
}

/** Whether an item belongs to the composite (and so to the coverage). */
export function isCounted({ role }: ItemCalc): boolean {
  return role === 'regular' || role === 'pool';
}

/** The entry of an indicator, guarding against codes such as `constructor`. */
export function entryOf(sheet: Sheet, code: string): Entry | undefined {
  return Object.hasOwn(sheet.entries, code) ? sheet.entries[code] : undefined;
}

function computeDimension(
  dimension: Dimension,
  sheet: Sheet,
  metrics: Metrics,
  itemOf: ItemOf,
): DimensionCalc {
  const items = dimension.indicators
    .filter((indicator) => judges(sheet.source, indicator))
    .map((indicator) => computeSheetItem(indicator, sheet, metrics, itemOf));
  const max = dimensionMax(dimension, sheet.source);
  const pool = computePool(dimension, items);
  const scored = items.filter(({ role, value }) => role === 'regular' && value !== null);
  const scoredMax = sum(scored.map((item) => item.max)).plus(pool?.max ?? ZERO);
  if (scoredMax.isZero()) return { dimension, value: null, max, factor: ONE, items };
  const factor = scoredMax.equals(max) ? ONE : max.div(scoredMax);
  const points = sum(scored.map(({ value }) => value ?? ZERO)).plus(pool?.value ?? ZERO);
  return { dimension, value: points.times(factor), max, factor, items };
}

function computeSheetItem(indicator: Indicator, sheet: Sheet, metrics: Metrics, itemOf: ItemOf): ItemCalc {
  const entry = entryOf(sheet, indicator.code);
  const item = itemOf(indicator, sheet.missing ? { missing: sheet.missing } : entry, metrics);
  const change = changeOf(sheet, indicator.code);
  if (!change) return item;
  const former = computeItem(indicator, change.former ?? undefined, metrics);
  return { ...item, words: moderatedWords(item, former, change.reason) };
}

/**
 * A dimension with a base (起评分): the base less all deductions, floor 0. A missing deduction is no deduction of 0:
 * what the judged ones took is scaled to all of them. One that does not apply has nothing to take away.
 */
function computePool(dimension: Dimension, items: ItemCalc[]): { value: Dec; max: Dec } | null {
  const pool = items.filter(({ role }) => role === 'pool');
  const judged = judgedOf(pool);
  if (judged.length === 0) return null;
  const all = sum(pool.map(({ max }) => max));
  const reach = sum(judged.map(({ max }) => max));
  const taken = sum(judged.map(({ value }) => value ?? ZERO));
  const scaled = reach.equals(all) || reach.isZero() ? taken : taken.times(all).div(reach);
  const base = dec(dimension.base ?? 0);
  return { value: Decimal.max(base.plus(scaled), ZERO), max: base };
}

/** The deductions from a base that say something of it: none where nothing was judged. */
export function judgedOf(pool: readonly ItemCalc[]): ItemCalc[] {
  const scored = pool.some(({ value }) => value !== null);
  return pool.filter(({ value, missing }) => value !== null || (scored && missing === 'notApplicable'));
}

/** The items whose gaps re-weight a dimension: all that count, but for deductions that do not apply. */
export function reweightedBy(items: readonly ItemCalc[]): ItemCalc[] {
  const settled = judgedOf(items.filter(({ role }) => role === 'pool')).filter(({ value }) => value === null);
  return items.filter((item) => isCounted(item) && !settled.includes(item));
}

/** A sheet without entries, for a source that consists of system figures only. */
export function systemSheet(source: SourceCode): Sheet {
  return { id: `system:${source}`, evaluatorId: 'system', source, entries: {} };
}
