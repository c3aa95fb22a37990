import { nameKey } from '../../workbook/clean';

const pairsOf = (text: string): Set<string> => {
  const signs = [...nameKey(text)];
  return new Set(signs.length < 2 ? signs : signs.slice(1).map((sign, at) => (signs[at] ?? '') + sign));
};

/** How alike two titles are, 0 to 1: the share of pairs of neighbouring signs that they have in common (Dice). */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size + b.size === 0) return 0;
  const common = [...a].filter((pair) => b.has(pair)).length;
  return (2 * common) / (a.size + b.size);
}
