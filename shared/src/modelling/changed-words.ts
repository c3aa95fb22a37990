import type { MenuWords } from '../model';
import type { Words } from '../text';

/** A record of type `word`, as far as it matters here. */
export type ChangedWord = { key: string; zh: string; en: string; order: number | null; hidden: boolean };

/** Keys of menu entries begin so: `menu:/activities`. */
export const MENU_KEY = 'menu:';

/** Entries without which nobody would find the way back. */
export const ALWAYS_SHOWN: readonly string[] = ['/', '/words', '/models'];

/** The words of types, fields and options that the office has changed, by key. */
export function changedWordsOf(words: readonly ChangedWord[]): Record<string, Words> {
  const own = words.filter(({ key }) => !key.startsWith(MENU_KEY));
  return Object.fromEntries(own.map(({ key, zh, en }) => [key, { zh, en }]));
}

/** What the office has changed of the menu, by the address of the entry. */
export function changedMenuOf(words: readonly ChangedWord[]): Record<string, MenuWords> {
  const menu = words.filter(({ key }) => key.startsWith(MENU_KEY));
  return Object.fromEntries(menu.map((word) => [word.key.slice(MENU_KEY.length), menuWords(word)]));
}

function menuWords({ key, zh, en, order, hidden }: ChangedWord): MenuWords {
  const stays = ALWAYS_SHOWN.includes(key.slice(MENU_KEY.length));
  return { label: { zh, en }, ...(order === null ? {} : { order }), ...(hidden && !stays ? { hidden } : {}) };
}
