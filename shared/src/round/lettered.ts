import { sha256Hex } from '../canonical';

/**
 * Things with a letter in place of a name (A … Z, A1 …), in an order that tells nothing: by the hash of what
 * `keyOf` says of each with the seed. The same seed gives the same letters.
 */
export function lettered<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  seed: string,
): { letter: string; item: T }[] {
  return items
    .map((item) => ({ item, key: sha256Hex(`${seed} ${keyOf(item)}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }, at) => ({ letter: letterOf(at), item }));
}

const letterOf = (at: number): string =>
  String.fromCharCode(65 + (at % 26)) + (at < 26 ? '' : String(Math.floor(at / 26)));
