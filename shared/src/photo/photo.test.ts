import { describe, expect, it } from 'vitest';
import {
  ALIKE,
  difference,
  PRINT_SIDE,
  partsOf,
  printOf,
  printsToLookFor,
  printText,
  readPrint,
  reuseKind,
} from '.';

type Shade = (x: number, y: number) => number;

/** A picture drawn from a function over 0…1, of grey 0…1. */
const drawn = (shade: Shade): Uint8Array =>
  Uint8Array.from({ length: PRINT_SIDE ** 2 }, (_, at) => {
    const x = ((at % PRINT_SIDE) + 0.5) / PRINT_SIDE;
    const y = (Math.floor(at / PRINT_SIDE) + 0.5) / PRINT_SIDE;
    return Math.round(255 * Math.min(1, Math.max(0, shade(x, y))));
  });

/** Waves of every fineness, as a real picture has them. */
const scene: Shade = (x, y) => {
  let shade = 0.5;
  for (let wave = 1; wave < 14; wave += 1)
    shade +=
      (0.3 / wave) * Math.sin(wave * (2.1 * x + 1.3 * y) + wave * wave) * Math.cos(wave * (2.7 * y - x));
  return shade + (x > 0.6 && y < 0.4 ? 0.15 : 0);
};
const other: Shade = (x, y) => 0.5 + 0.3 * Math.sin(7 * x * y + 3 * x) - 0.2 * Math.cos(11 * x - 2 * y);
const print = (shade: Shade) => printOf(drawn(shade)) ?? new Uint32Array(4);
function nearest(copy: Shade, first: Shade): number {
  const kept = print(first);
  return Math.min(...printsToLookFor(drawn(copy)).map((one) => difference(one, kept)));
}

const quarter =
  (shade: Shade): Shade =>
  (x, y) =>
    shade(y, 1 - x);
const cut =
  (shade: Shade, left: number, top: number, right: number, bottom: number): Shade =>
  (x, y) =>
    shade(left + x * (1 - left - right), top + y * (1 - top - bottom));

describe('the prints to look for', () => {
  it.each<[string, Shade]>([
    ['the same', scene],
    ['a quarter turn', quarter(scene)],
    ['a half turn', quarter(quarter(scene))],
    ['three quarters', quarter(quarter(quarter(scene)))],
    ['cut by a tenth on two sides', cut(scene, 0.1, 0, 0, 0.1)],
    ['cut unevenly, between the steps', cut(scene, 0.05, 0.017, 0.083, 0.05)],
    ['darker', (x, y) => scene(x, y) * 0.7],
  ])('of a copy hold the print of the first: %s', (_, copy) => {
    expect(nearest(copy, scene)).toBeLessThanOrEqual(ALIKE);
  });

  it('of the whole hold the print of a cut one that was there first', () => {
    expect(nearest(scene, cut(scene, 0.1, 0, 0.05, 0.1))).toBeLessThanOrEqual(ALIKE);
  });

  it('of another picture are far from it', () => {
    expect(nearest(other, scene)).toBeGreaterThan(ALIKE + 8);
  });
});

describe('printOf', () => {
  it('sees nothing on a blank page, whatever its grey', () => {
    for (const grey of [0, 0.5, 1]) expect(printOf(drawn(() => grey))).toBeNull();
  });
});

describe('a print', () => {
  it('is kept as text and read again', () => {
    expect(printText(print(scene))).toMatch(/^[0-9a-f]{32}$/);
    expect(readPrint(printText(print(scene)))).toEqual(print(scene));
    for (const text of ['', 'x'.repeat(32), 'a'.repeat(31)]) expect(readPrint(text)).toBeNull();
  });

  it('has four parts, which say which they are', () => {
    expect(partsOf(Uint32Array.of(0, 0, 0, 0))).toEqual([0, 65536, 131072, 196608]);
    expect(partsOf(Uint32Array.of(0xffffffff, 0xffffffff, 0, 0))).toEqual([65535, 131071, 196607, 262143]);
  });

  it('shares a part with every print that differs in three bits of its firmer half', () => {
    const own = print(scene);
    const spoilt = Uint32Array.from(own);
    for (const bit of [0, 1, 2]) spoilt[0] = ((spoilt[0] ?? 0) ^ (1 << bit)) >>> 0;
    expect(difference(own, spoilt)).toBe(3);
    expect(partsOf(own).filter((part) => partsOf(spoilt).includes(part))).toHaveLength(1);
  });
});

describe('reuseKind', () => {
  it.each([
    [{ activity: 1, unit: 7 }, { activity: 1, unit: 7 }, 'sameActivity'],
    [{ activity: 1, unit: 7 }, { activity: 2, unit: 7 }, 'sameUnit'],
    [{ activity: 1, unit: 7 }, { activity: 2, unit: 8 }, 'otherUnit'],
    [{ activity: 1, unit: null }, { activity: 2, unit: null }, 'otherUnit'],
  ])('%j after %j is %s', (now, earlier, kind) => {
    expect(reuseKind(now, earlier)).toBe(kind);
  });
});
