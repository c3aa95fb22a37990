import { isDay } from '../calendar';
import { compact } from '../workbook/clean';

/**
 * What a text says of somebody's identity number.
 * - `valid`: a resident number whose birthday and check digit are right, in its form of 18 places;
 * - `masked`: only its ends are shown, the rest are asterisks;
 * - `wrong`: it looks like a resident number and cannot be one;
 * - `other`: another document (passport, permit of Hong Kong and Macao residents …): nothing can be checked;
 * - `none`: nothing was given.
 */
export type IdNumber =
  | { kind: 'valid'; number: string }
  | { kind: 'masked'; masked: string }
  | { kind: 'wrong'; why: 'length' | 'birthday' | 'checkDigit' }
  | { kind: 'other'; text: string }
  | { kind: 'none' };

/** How many places of each end are ever kept. */
const SHOWN = 4;

/** Weights and check characters of GB 11643-1999 (ISO 7064, MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** The eighteenth place that follows from the first seventeen digits. */
export function checkDigitOf(seventeen: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0);
  return CHECKS[sum % 11] as string;
}

/** Reads a cell or an input as an identity number; width, spaces and a small x do not count. */
export function readIdNumber(text: string): IdNumber {
  const tidy = compact(text)
    .replace(/^['‘’]/, '')
    .toUpperCase();
  if (tidy === '') return { kind: 'none' };
  const masked = maskedForm(tidy);
  if (masked) return { kind: 'masked', masked };
  if (/^\d{15}$/.test(tidy)) return fromFifteen(tidy);
  if (/^\d{17}[\dX]$/.test(tidy)) return fromEighteen(tidy);
  // Digits only, of another length: a number with one too many or too few, or one that a sheet has rounded.
  if (/^\d{13,21}X?$/.test(tidy) || /^\d[.]\d+E\+1[4-9]$/.test(tidy)) return { kind: 'wrong', why: 'length' };
  return { kind: 'other', text: tidy };
}

function maskedForm(text: string): string | null {
  const match = /^(\d{1,6})[*X×•·]{4,}([\dX]{1,4})$/.exec(text) ?? /^(\d{1,6})\*{2,}([\dX]{1,4})$/.exec(text);
  if (!match) return null;
  const [head = '', tail = ''] = [match[1]?.slice(0, SHOWN), match[2]];
  return `${head}${'*'.repeat(18 - head.length - tail.length)}${tail}`;
}

function fromEighteen(number: string): IdNumber {
  const birthday = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDay(birthday)) return { kind: 'wrong', why: 'birthday' };
  if (checkDigitOf(number) !== number[17]) return { kind: 'wrong', why: 'checkDigit' };
  return { kind: 'valid', number };
}

/** The older form has neither century nor check digit: people born in the 1900s, and nothing to check it by. */
function fromFifteen(number: string): IdNumber {
  const seventeen = `${number.slice(0, 6)}19${number.slice(6)}`;
  return fromEighteen(seventeen + checkDigitOf(seventeen));
}

/** A valid number as it is stored: its first and last four places (`4401**********1234`). */
export const maskOf = (number: string): string =>
  number.slice(0, SHOWN) + '*'.repeat(number.length - 2 * SHOWN) + number.slice(-SHOWN);

/** Whether two masked numbers may be the same one: they agree wherever both show something. */
export function masksAgree(one: string, other: string): boolean {
  return (
    one.length === other.length &&
    [...one].every((sign, at) => sign === '*' || other[at] === '*' || sign === other[at])
  );
}
