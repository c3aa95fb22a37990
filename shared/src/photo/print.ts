import { type Span, type Spectrum, spectraOf, turned, WAVES } from './cosines';

/**
 * The print of a picture: 128 bits, alike for pictures that look alike. It is taken of the middle, a tenth in from
 * each side, for that is what every copy still holds from which no more was cut; which part of a copy this was is
 * found by trying. The method is the usual one (signs of the low cosines); the libraries that have it take one print of
 * a file, where a look-up needs thousands of the same pixels.
 */
export type Print = Uint32Array;

/** Side of the square in grey to which a picture is drawn, whatever its shape, in pixels. */
export const PRINT_SIDE = 64;

export const PRINT_BITS = 128;

/**
 * At most so many bits differ between a picture and its copy. Measured on made pictures: copies stay below 14, others
 * do not come below 33.
 */
export const ALIKE = 20;

const WORD = 32;

/** The weakest contrast of which a print says anything, in steps of grey. */
const FAINT = 0.5;

/** The pairs of waves whose signs are the bits, the coarse ones first: those stand most firmly. */
const BITS: readonly number[] = Array.from({ length: WAVES * WAVES }, (_, at) => at)
  .filter((at) => at > 0)
  .sort((a, b) => fineness(a) - fineness(b) || a - b)
  .slice(0, PRINT_BITS);

function fineness(at: number): number {
  return Math.floor(at / WAVES) + (at % WAVES);
}

/** What may have been cut off a side, in steps fine enough that the nearest one is told from others. */
const CUTS = [0, 1 / 30, 2 / 30, 1 / 10] as const;

const MIDDLE: Span = [1 / 10, 9 / 10];

const cutPairs = CUTS.flatMap((left) => CUTS.map((right) => ({ left, right })));

/** Where the middle of the whole lies in a copy from whose sides so much was cut. */
const inCopy = cutPairs.map(({ left, right }): Span => {
  const kept = 1 - left - right;
  return [(0.1 - left) / kept, 1 - (0.1 - right) / kept];
});

/** Where the middle of such a copy lies in the whole: the cut one may have been the first. */
const inWhole = cutPairs
  .map(({ left, right }): Span => {
    const kept = 1 - left - right;
    return [left + 0.1 * kept, 1 - right - 0.1 * kept];
  })
  // Nothing cut off is among the others already.
  .slice(1);

function bitsOf(spectrum: Spectrum): Print {
  const print = new Uint32Array(PRINT_BITS / WORD);
  for (let bit = 0; bit < PRINT_BITS; bit += 1) {
    if ((spectrum[BITS[bit] ?? 0] ?? 0) <= 0) continue;
    const word = bit >> 5;
    print[word] = (print[word] ?? 0) | (1 << (bit & 31));
  }
  return print;
}

/** The print of a picture, from its PRINT_SIDE² bytes of grey; null where there is nothing to see, as on a blank page. */
export function printOf(grey: Uint8Array): Print | null {
  const spectrum = spectraOf(grey, PRINT_SIDE)(MIDDLE, MIDDLE);
  const contrast = Math.sqrt(BITS.reduce((sum, at) => sum + (spectrum[at] ?? 0) ** 2, 0));
  return contrast < FAINT ? null : bitsOf(spectrum);
}

/** Every print that an earlier picture may have, were this one a copy of it or it one of this: cut, and turned. */
export function printsToLookFor(grey: Uint8Array): Print[] {
  const spectrumOf = spectraOf(grey, PRINT_SIDE);
  const found = new Map<string, Print>();
  for (const spans of [inCopy, inWhole]) {
    for (const wide of spans) {
      for (const high of spans) {
        let spectrum = spectrumOf(wide, high);
        for (let turn = 0; turn < 4; turn += 1) {
          const print = bitsOf(spectrum);
          found.set(print.join(), print);
          spectrum = turned(spectrum);
        }
      }
    }
  }
  return [...found.values()];
}

/** How many bits of two prints differ. */
export function difference(a: Print, b: Print): number {
  let bits = 0;
  for (let word = 0; word < a.length; word += 1) bits += ones((a[word] ?? 0) ^ (b[word] ?? 0));
  return bits;
}

function ones(word: number): number {
  let left = word >>> 0;
  let count = 0;
  while (left > 0) {
    left = (left & (left - 1)) >>> 0;
    count += 1;
  }
  return count;
}
