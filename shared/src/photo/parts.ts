import { PRINT_BITS, type Print } from './print';

/** Parts of a print by which it is found, and the bits of each. They are of its firmer half. */
const PARTS = 4;
const PART_BITS = 16;

/**
 * The parts of a print, each as a number that also says which part it is. Prints that differ in fewer bits than there are
 * parts share one of them whole, so what is alike is found by equal numbers in an index and nothing is searched through.
 * Bits of every fineness are in each part.
 */
export function partsOf(print: Print): number[] {
  const parts = Array.from({ length: PARTS }, (_, part) => part << PART_BITS);
  for (let bit = 0; bit < PARTS * PART_BITS; bit += 1) {
    const part = bit % PARTS;
    if (isSet(print, bit)) parts[part] = (parts[part] ?? 0) | (1 << Math.floor(bit / PARTS));
  }
  return parts;
}

const isSet = (print: Print, bit: number): boolean => (((print[bit >> 5] ?? 0) >>> (bit & 31)) & 1) === 1;

const WORD_DIGITS = 8;

/** A print as text to keep: 32 hexadecimal digits. */
export const printText = (print: Print): string =>
  [...print].map((word) => word.toString(16).padStart(WORD_DIGITS, '0')).join('');

/** Reads such a text; null for any other. */
export function readPrint(text: string): Print | null {
  if (!/^[0-9a-f]+$/.test(text) || text.length !== PRINT_BITS / 4) return null;
  return Uint32Array.from({ length: text.length / WORD_DIGITS }, (_, word) =>
    Number.parseInt(text.slice(word * WORD_DIGITS, (word + 1) * WORD_DIGITS), 16),
  );
}
