import { sha256Hex } from '../canonical';

/** The generator as published beside a result that used it. */
export const RANDOM_METHOD = 'xoshiro128** 1.1, state = the first 16 bytes of SHA-256 of the seed';

/** Fills a list with random whole numbers below `below` (at most 2³²). */
export type DrawBelow = (below: number, into: Uint32Array) => void;

export type RandomState = readonly [number, number, number, number];

/**
 * The xoshiro128** generator (Blackman & Vigna 2018, "Scrambled linear pseudorandom number generators"; public
 * domain), 32 bits for each number, of which the upper ones decide: bits × below / 2³², rounded down. Some numbers are
 * thereby more frequent, by less than below / 2³². Not for secrets. A state of four zeros would give zeros only.
 */
export function xoshiro128([first, second, third, fourth]: RandomState): DrawBelow {
  const state = Int32Array.of(first, second, third, fourth);
  // Whole lists at a time, so that the state stays in registers.
  return (below, into) => {
    let [a, b, c, d] = state as unknown as [number, number, number, number];
    const share = below / 2 ** 32;
    for (let at = 0; at < into.length; at += 1) {
      const bits = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
      into[at] = Math.floor(bits * share);
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = rotate(d, 11);
    }
    state.set([a, b, c, d]);
  };
}

/**
 * A generator by a seed of any text: the first 16 bytes of its SHA-256 as four big-endian words. Anybody with the
 * seed gets the same numbers, in any language.
 */
export function seededRandom(seed: string): DrawBelow {
  const hash = sha256Hex(seed);
  const word = (at: number) => Number.parseInt(hash.slice(at * 8, at * 8 + 8), 16);
  return xoshiro128([word(0), word(1), word(2), word(3)]);
}

/** The items in an order that the seed draws (Fisher & Yates); the same seed and items give the same order. */
export function seededOrder<T>(items: readonly T[], seed: string): T[] {
  const drawn = [...items];
  const draw = seededRandom(seed);
  const one = new Uint32Array(1);
  for (let left = drawn.length; left > 1; left -= 1) {
    draw(left, one);
    const at = one[0] as number;
    [drawn[left - 1], drawn[at]] = [drawn[at] as T, drawn[left - 1] as T];
  }
  return drawn;
}

function rotate(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}
