import { describe, expect, it } from 'vitest';
import { levelOfKey, nextField } from './keyboard';

const levels = ['A', 'B', 'C', 'C#'].map((code, at) => ({ code, percent: 100 - at * 30 }));
const stars = ['5', '4', '3'].map((code) => ({ code, percent: 50 }));

describe('levelOfKey', () => {
  it.each([
    ['a', 'A'],
    ['C', 'C'],
    ['1', 'A'],
    ['4', 'C#'],
    ['5', null],
    ['0', null],
    ['x', null],
    ['Enter', null],
  ])('%s → %s', (key, code) => {
    expect(levelOfKey(levels, key)).toBe(code);
  });

  it('takes a code that is a digit for the code, not for a place', () => {
    expect(levelOfKey(stars, '3')).toBe('3');
    expect(levelOfKey(stars, '1')).toBe('5');
  });
});

describe('the next field', () => {
  const rows = [['a'], ['b1', 'b2'], ['c']];

  it.each<[number, string, string, string | undefined, string]>([
    [0, 'Enter', 'a', 'b1', 'the next row'],
    [1, 'Enter', 'b1', 'b2', 'the second number of a rate'],
    [1, 'Enter', 'b2', 'c', 'out of it again'],
    [1, 'Enter', 'reason', 'c', 'from a text of the row'],
    [2, 'Enter', 'c', undefined, 'the end'],
    [0, 'ArrowDown', 'a', 'b1', 'a row down'],
    [1, 'ArrowDown', 'b1', 'c', 'a row down, whatever is beside'],
    [1, 'ArrowUp', 'b2', 'a', 'a row up'],
    [0, 'ArrowUp', 'a', undefined, 'the beginning'],
    [0, '7', 'a', undefined, 'a digit moves nowhere'],
  ])('from row %i by %s at %s: %s (%s)', (at, key, from, expected) => {
    expect(nextField(rows, at, key, from)).toBe(expected);
  });
});
