import { describe, expect, it } from 'vitest';
import { checkValue } from './check';
import { findUnstorable, isStorable } from './storable';

const LONE = 'lone \ud800 end';

describe('a text that is stored', () => {
  it.each([
    ['', true],
    ['文明实践 😀 𠮷', true],
    ['a\tb\nc', true],
    ['a\u0000b', false],
    [LONE, false],
    ['\udc00', false],
    ['\udc00\ud800', false],
  ])('%j: %s', (text, expected) => {
    expect(isStorable(text)).toBe(expected);
  });

  it.each([
    [{ a: ['x', { b: '😀' }], c: null, d: 1 }, null],
    [LONE, []],
    [{ a: ['x', { b: LONE }] }, ['a', 1, 'b']],
    [{ a: { [LONE]: 1 } }, ['a']],
    [{ first: 'a\u0000', second: LONE }, ['first']],
  ])('%j is wrong at %j', (value, path) => {
    expect(findUnstorable(value)).toEqual(path);
  });

  it('of any depth is gone through', () => {
    let deep: unknown = LONE;
    for (let level = 0; level < 5_000; level += 1) deep = [deep];
    expect(findUnstorable(deep)).toHaveLength(5_000);
  });

  it.each([
    [{ type: 'string' as const }, LONE],
    [{ type: 'text' as const }, 'a\u0000b'],
    [{ type: 'password' as const }, `long enough ${LONE}`],
    [{ type: 'json' as const }, { a: [{ b: LONE }] }],
    [{ type: 'json' as const }, { a: { 'k\u0000': 1 } }],
  ])('of %j is refused with a code of its own', (attribute, value) => {
    expect(checkValue(attribute, value)?.code).toBe('BAD_CHARACTERS');
  });
});
