import { describe, expect, it } from 'vitest';
import { levelOfKey } from './keyboard';

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
