import type { Locale, Words } from '@jiedui/shared/text';

/** Words with their key, the program's own and, where the office has changed them, the record that says so. */
export type WordRow = {
  key: string;
  words: Words;
  group: string;
  changed: ({ key: string; order: number | null; hidden: boolean } & Words) | null;
};

export type Shown = { search: string; group: string | null; onlyChanged: boolean };

const textOf = ({ key, words, changed }: WordRow) =>
  [key, words.zh, words.en, changed?.zh ?? '', changed?.en ?? ''].join('\n').toLowerCase();

/** The rows that a search finds, by key or by any of their words. */
export function shownRows(rows: readonly WordRow[], { search, group, onlyChanged }: Shown): WordRow[] {
  const wanted = search.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (group === null || row.group === group) &&
      (!onlyChanged || row.changed !== null) &&
      textOf(row).includes(wanted),
  );
}

/** The groups in their order, named by the words of their type; the menu's has its own name. */
export function groupsOf(rows: readonly WordRow[], menu: Words): { group: string; words: Words }[] {
  const names = new Map(rows.map(({ key, changed, words }) => [key, changed ?? words]));
  const groups = [...new Set(rows.map(({ group }) => group))];
  return groups.map((group) => ({ group, words: names.get(group) ?? menu }));
}

/** Where the key stands in its type: the type itself, a field, or an option. */
export const depthOf = ({ key, group }: WordRow): number =>
  key.startsWith(`${group}.`) ? key.slice(group.length + 1).split('.').length : 0;

export const present = ({ words, changed }: WordRow, locale: Locale): string => (changed ?? words)[locale];
