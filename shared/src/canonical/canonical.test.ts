import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, contentHash, NotCanonicalError, sha256Hex } from '.';

describe('canonicalJson', () => {
  it.each([
    [{ b: 1, a: { d: [2, 1], c: null } }, '{"a":{"c":null,"d":[2,1]},"b":1}', 'keys sorted at every depth'],
    [{ a: undefined, b: true }, '{"b":true}', 'an undefined key is no key'],
    [{ B: 1, a: 2, 中: 3 }, '{"B":1,"a":2,"中":3}', 'sorted by code unit, not by locale'],
    [[0.1, -0, 1e21], '[0.1,0,1e+21]', 'numbers as ECMAScript writes them'],
    ['结"对', '"结\\"对"', 'text is kept, not escaped to ASCII'],
  ])('%j', (value, expected, _why) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it.each<[unknown, string]>([
    [Number.NaN, 'NaN would become null'],
    [new Date(0), 'a date would become a text'],
    [new Map([[1, 2]]), 'a map would become {}'],
    [[1, undefined], 'a gap would become null'],
    [new Array(2), 'so would a hole'],
    [() => 1, 'a function would vanish'],
    [10n, 'bigint has no JSON'],
  ])('refuses %s: %s', (value, _why) => {
    expect(() => canonicalJson({ deep: [value] })).toThrow(NotCanonicalError);
  });

  it('names the place', () => {
    expect(() => canonicalJson({ a: [{ b: Number.NaN }] })).toThrow('.a[0].b');
  });

  it('reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('contentHash', () => {
  it('is SHA-256 (FIPS 180-2 vectors)', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('hashes UTF-8 bytes', () => {
    expect(sha256Hex('结对')).toBe('5b96a3a5318a4916360c1e14d6804a44d60da299cfcd5955c1ffd79faaa9d3a0');
  });

  it('ignores the order of keys and nothing else', () => {
    expect(contentHash({ a: 1, b: [1, 2] })).toBe(contentHash({ b: [1, 2], a: 1 }));
    expect(contentHash({ a: 1, b: [1, 2] })).not.toBe(contentHash({ a: 1, b: [2, 1] }));
    expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: '1' }));
  });
});
