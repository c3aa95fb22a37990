import { type Dec, dec, exact, settle, sum } from '../decimal';

/** Plain mean; null for an empty list. */
export function mean(values: readonly Dec[]): Dec | null {
  return values.length === 0 ? null : sum(values).div(values.length);
}

/** How many values a trimmed mean drops on each side: the proportion of the number of values, rounded down. */
export function trimCount(count: number, proportion: number): number {
  return dec(count).times(proportion).floor().toNumber();
}

/**
 * Mean of the values without the `proportion` (0 … < 0.5) lowest and highest of them, each side rounded down.
 * Text of an exact decimal; null for an empty list. T5: 0…10 and 50 with 0.1 gives 5.5.
 */
export function trimmedMean(values: readonly number[], proportion: number): string | null {
  const drop = trimCount(values.length, proportion);
  const result = mean(sorted(values.map(dec)).slice(drop, values.length - drop));
  return result && exact(result);
}

/** Ascending copy. */
export function sorted(values: readonly Dec[]): Dec[] {
  return [...values].sort((a, b) => a.comparedTo(b));
}

/** How much a value counts after dropping: `kept` of the `of` values equal to it. */
export interface Kept {
  kept: number;
  of: number;
}

/**
 * What remains of each value after dropping `drop` values on each side, in the order given. Equal values share a
 * drop (two equal highest ones with one to drop: one half each), because there is no fair way to choose between
 * them: neither the order of sheets nor an id may move a dimension's total.
 */
export function keptAfterDrop(values: readonly Dec[], drop: number): Kept[] {
  const texts = values.map((value) => settle(value).toString());
  const order = sorted(values).map((value) => settle(value).toString());
  const inner = order.slice(drop, order.length - drop);
  const count = (list: string[], text: string) => list.filter((other) => other === text).length;
  return texts.map((text) => ({ kept: count(inner, text), of: count(order, text) }));
}
