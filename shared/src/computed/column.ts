import Decimal from 'decimal.js';
import type { Words } from '../text/words';
import type { Expression, ValueKind } from './expression';

/** A column that the office has thought up. */
export type ComputedColumn = {
  resource: string;
  name: string;
  words: Words;
  kind: ValueKind;
  decimals: number | null;
  expression: string;
};

const DECIMALS = 2;
const LONGEST_TEXT = 1_000;

/**
 * The value of a column for a record: rounded once, at the end. Empty where something that it needs is empty or
 * where it has no value (a division by nothing): a list never fails for one row.
 */
export function computedValue(
  expression: Expression,
  decimals: number | null,
  record: Readonly<Record<string, unknown>>,
): unknown {
  try {
    const value = expression.value(record);
    if (expression.kind === 'number') return rounded(Number(value), decimals ?? DECIMALS);
    return expression.kind === 'text' ? String(value).slice(0, LONGEST_TEXT) : value;
  } catch {
    return null;
  }
}

/** Half a unit goes up, as everywhere in the product. */
function rounded(value: number, decimals: number): number | null {
  if (!Number.isFinite(value)) return null;
  return new Decimal(value).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toNumber();
}
