import { nameKey } from './clean';

const pairsOf = (text: string): Set<string> => {
  const letters = [...text];
  return new Set(
    letters.length < 2 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`),
  );
};

/** Dice's coefficient over pairs of characters: 0 nothing in common … 1 the same; a name within the other counts more. */
export function likeness(a: string, b: string): number {
  const [left, right] = [nameKey(a), nameKey(b)];
  if (left === '' || right === '') return 0;
  const [pairs, others] = [pairsOf(left), pairsOf(right)];
  const common = [...pairs].filter((pair) => others.has(pair)).length;
  const dice = (2 * common) / (pairs.size + others.size);
  return left.includes(right) || right.includes(left) ? Math.max(dice, 0.6) : dice;
}

/** At most `most` names that look like `text`, the likest first; none when nothing is near. */
export function nearNames(text: string, names: readonly string[], most = 3): string[] {
  return names
    .map((name) => ({ name, score: likeness(text, name) }))
    .filter(({ score }) => score >= 0.3)
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}
