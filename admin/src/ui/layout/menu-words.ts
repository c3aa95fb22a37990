import type { ModelsDescription } from '@jiedui/shared/model';
import type { Entry, Group } from './menu';

type MenuWords = ModelsDescription['menu'];

/** The menu as the office wants it: other names, other places within a group, entries left out. */
export function withMenuWords(groups: readonly Group[], words: MenuWords): Group[] {
  return groups
    .map((group) => ({
      ...group,
      entries: inOrder(group.entries, words).map((entry) => named(entry, words)),
    }))
    .filter(({ entries }) => entries.length > 0);
}

function named(entry: Entry, words: MenuWords): Entry {
  return { ...entry, label: words[entry.to]?.label ?? entry.label };
}

/** A place that was chosen goes before the entry that stands there by itself. */
function inOrder(entries: readonly Entry[], words: MenuWords): Entry[] {
  const placed = entries
    .map((entry, at) => ({ entry, place: words[entry.to]?.order ?? at + 1.5 }))
    .filter(({ entry }) => !words[entry.to]?.hidden);
  return placed.sort((a, b) => a.place - b.place).map(({ entry }) => entry);
}
