import { sha256Hex } from '@jiedui/shared/canonical';
import type { Sheet } from '@jiedui/shared/scoring';

/** Sheets with a letter in place of their evaluator's name, in an order that tells nothing; `seed` fixes it. */
export function lettered(sheets: readonly Sheet[], seed: string): { sheet: Sheet; name: string }[] {
  const key = ({ id }: Sheet) => sha256Hex(`${seed} ${id}`);
  return [...sheets]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map((sheet, at) => ({ sheet, name: `测评员${letterOf(at)}` }));
}

const letterOf = (at: number) => String.fromCharCode(65 + (at % 26)) + (at < 26 ? '' : Math.floor(at / 26));
