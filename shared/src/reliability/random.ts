import { sha256Hex } from '../canonical';

/** The generator as published beside a result that used it. */
export const RANDOM_METHOD = 'xoshiro128** 1.1, state = the first 16 bytes of SHA-256 of the seed';

/** The next 32 random bits, 0 … 2³² − 1. */
export type Random = () => number;

export type RandomState = readonly [number, number, number, number];

/**
 * The xoshiro128** generator (Blackman & Vigna 2018, "Scrambled linear pseudorandom number generators"; public
 * domain). Not for secrets. A state of four zeros would give zeros only.
 */
export function xoshiro128(state: RandomState): Random {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

/**
 * A generator by a seed of any text: the first 16 bytes of its SHA-256 as four big-endian words. Anybody with the
 * seed gets the same numbers, in any language.
 */
export function seededRandom(seed: string): Random {
  const hash = sha256Hex(seed);
  const word = (at: number) => Number.parseInt(hash.slice(at * 8, at * 8 + 8), 16);
  return xoshiro128([word(0), word(1), word(2), word(3)]);
}

function rotate(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}
