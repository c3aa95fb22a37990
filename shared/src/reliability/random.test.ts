import { describe, expect, it } from 'vitest';
import { seededRandom, xoshiro128 } from './random';

const drawn = (draw: ReturnType<typeof xoshiro128>, below: number, count: number) => {
  const into = new Uint32Array(count);
  draw(below, into);
  return [...into];
};

describe('xoshiro128**', () => {
  // Of the reference implementation (version 1.1) with the state 1, 2, 3, 4.
  const REFERENCE = [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ];

  it('gives the published numbers', () => {
    expect(drawn(xoshiro128([1, 2, 3, 4]), 2 ** 32, 10)).toEqual(REFERENCE);
  });

  it('goes on where it stopped', () => {
    const draw = xoshiro128([1, 2, 3, 4]);
    expect([...drawn(draw, 2 ** 32, 3), ...drawn(draw, 2 ** 32, 7)]).toEqual(REFERENCE);
  });
});

describe('a seed', () => {
  it('gives the same numbers again, another one others', () => {
    expect(drawn(seededRandom('2022'), 1000, 20)).toEqual(drawn(seededRandom('2022'), 1000, 20));
    expect(drawn(seededRandom('2023'), 1000, 20)).not.toEqual(drawn(seededRandom('2022'), 1000, 20));
  });

  it('draws every number below the bound about as often', () => {
    const counts = new Array<number>(10).fill(0);
    for (const number of drawn(seededRandom('fair'), 10, 10_000)) counts[number] = (counts[number] ?? 0) + 1;
    expect(counts).toHaveLength(10);
    // Five standard deviations of a count of 1,000.
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
