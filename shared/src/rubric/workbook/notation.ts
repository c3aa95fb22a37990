import type { ItemKind } from '../item-kinds';
import { foldCell, readNumber } from './text-cell';

/** An item as it was read, for the schema to check. */
export type ItemRead = { kind: ItemKind; [field: string]: unknown };

/** One `key(label)=value` of the 选项 column. */
export interface Pair {
  key: string;
  label?: string;
  value: string;
}

/** The notation with its signs spelt one way. */
export const plainNotation = (cell: string): string =>
  foldCell(cell).replaceAll('>=', '≥').replaceAll('<=', '≤');

/**
 * Splits 选项 into pairs. Between pairs stands `;` or a new line; a comma or 、 also, where a new pair follows it.
 * Full-width characters and spaces do not matter, and a colon does where no `=` stands. Null: something is no pair.
 */
export function readPairs(cell: string): Pair[] | null {
  const parts = plainNotation(cell)
    .split(/[;\r\n]+/)
    .map((part) => (part.includes('=') ? part : part.replaceAll(':', '=')))
    .flatMap((part) => part.split(/[,\uff0c、](?=[^=;,\uff0c、)]+(?:\([^)]*\))?\s*=)/))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const pairs = parts.map(readPair);
  return pairs.includes(null) ? null : pairs.filter((pair) => pair !== null);
}

function readPair(part: string): Pair | null {
  const match = /^([^=(]+?)\s*(?:\((.*?)\))?\s*=\s*(.*)$/s.exec(part);
  const [, key, label, value] = match ?? [];
  if (!key || !value) return null;
  return label ? { key, label: label.trim(), value: value.trim() } : { key, value: value.trim() };
}

/** Writes pairs as one line of 选项. */
export function writePairs(pairs: readonly Pair[]): string {
  return pairs.map(({ key, label, value }) => `${key}${label ? `(${label})` : ''}=${value}`).join(';');
}

/** The value of a key, or null. */
export function valueFor(pairs: readonly Pair[], key: string): string | null {
  return pairs.find((pair) => pair.key === key)?.value ?? null;
}

/** Two numbers with ~, -, — or 至 between (`1-5`, `0~100`); null when it is none. */
export function readRange(text: string): [number, number] | null {
  const match = /^(-?[\d.]+)\s*(?:~|-|—+|–|至|到)\s*(-?[\d.]+)分?$/.exec(text);
  const low = readNumber(match?.[1] ?? '');
  const high = readNumber(match?.[2] ?? '');
  return low === null || high === null ? null : [low, high];
}

/** Whether no pair has another key than these. */
export function onlyKeys(pairs: readonly Pair[], keys: readonly string[]): boolean {
  return pairs.every(({ key }) => keys.includes(key));
}

/** The first key that stands twice, or null. */
export function keyTwice(pairs: readonly Pair[]): string | null {
  const keys = pairs.map(({ key }) => key);
  return keys.find((key, at) => keys.indexOf(key) !== at) ?? null;
}
