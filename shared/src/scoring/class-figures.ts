import { type Dec, dec, shown, sum } from '../decimal';

/** The middle of the totals of a class. As text, rounded once; null: no unit has a total. */
export interface ClassFigures {
  /** Units with a total, whether ranked or not: what the figures below are made of. */
  scored: number;
  mean: string | null;
  median: string | null;
}

/** Mean and median of exact totals; units without a total are no zero and stay out. */
export function classFigures(totals: readonly (string | null)[], digits: number): ClassFigures {
  const values = totals.flatMap((total) => (total === null ? [] : [dec(total)]));
  if (values.length === 0) return { scored: 0, mean: null, median: null };
  return {
    scored: values.length,
    mean: shown(sum(values).div(values.length), digits),
    median: shown(medianOf(values), digits),
  };
}

/** The middle value, or the mean of the two in the middle; the list is not empty. */
export function medianOf(values: readonly Dec[]): Dec {
  const sorted = [...values].sort((a, b) => a.comparedTo(b));
  const half = Math.floor((sorted.length - 1) / 2);
  // The two in the middle, which are the same one where the number is odd.
  const middle = [sorted[half], sorted[sorted.length - 1 - half]].flatMap((value) => value ?? []);
  return sum(middle).div(middle.length);
}
