import { Decimal as Base } from 'decimal.js';

/**
 * Exact decimals for points and weights. A clone with its own settings, because decimal.js keeps them globally
 * and another module's change must not move a score. 40 digits leave 20 for the noise of divisions such as 1/3.
 */
export const Dec = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP, toExpNeg: -60, toExpPos: 60 });
export type Dec = InstanceType<typeof Dec>;

/** Decimal places at which two scores are the same score: far below any weight, far above the noise. */
const EXACT_PLACES = 20;

export const ZERO = new Dec(0);
export const ONE = new Dec(1);
export const HUNDRED = new Dec(100);

/** Exactly the number as it is written (0.1 is one tenth). */
export const dec = (value: number | string | Dec): Dec => new Dec(value);

export const sum = (values: readonly Dec[]): Dec => values.reduce((total, value) => total.plus(value), ZERO);

/** The value free of division noise: 20 decimal places. Every decision compares values settled like this. */
export const settle = (value: Dec): Dec => value.toDecimalPlaces(EXACT_PLACES);

/** The settled value as text, without exponent: what is stored and compared. */
export const exact = (value: Dec): string => settle(value).toString();

/** The value as shown: rounded half up (四舍五入) to `digits` places, trailing zeros kept. */
export const shown = (value: Dec, digits: number): string => settle(value).toFixed(digits);

/** A number inside a sentence: at most four places, no trailing zeros. */
export const brief = (value: Dec | number): string => dec(value).toDecimalPlaces(4).toString();

export const clamp = (value: Dec, low: Dec, high: Dec): Dec => Dec.min(Dec.max(value, low), high);
