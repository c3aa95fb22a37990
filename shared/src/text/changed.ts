import type { Words } from './words';

let changed: Readonly<Record<string, Words>> = {};

/**
 * Puts the words that the office has changed before those of the program, by key: `unit` (a type),
 * `unit.leader` (a field), `activity.state.planned` (an option). Replaces those before.
 */
export function installWords(words: Readonly<Record<string, Words>>): void {
  changed = words;
}

/** The office's words for a key, if it has any. */
export const changedWords = (key: string): Words | undefined =>
  Object.hasOwn(changed, key) ? changed[key] : undefined;
