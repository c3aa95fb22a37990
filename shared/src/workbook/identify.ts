import { activityKey, type Book, pairingKey } from './book';
import { nameKey } from './clean';
import type { Draft } from './draft';
import { fail, textOf } from './draft';
import type { Named } from './name-index';

/**
 * Finds the record that a row is about, or enters the row as a new one. A second row about the same record is
 * joined to the first when both say the same; else both are wrong, because nothing tells which is right.
 */
export function identify(book: Book, draft: Draft): void {
  const self = existing(book, draft) ?? (draft.errors.length === 0 ? enter(book, draft) : null);
  if (!self) return;
  draft.self = self;
  addAliases(book, draft, self);
  const first = book.claimed.get(self.id);
  if (!first) book.claimed.set(self.id, draft);
  else if (sayTheSame(first, draft)) draft.sameAs = first;
  else contradict(first, draft);
}

function addAliases(book: Book, draft: Draft, self: Named): void {
  const { resource } = draft.layout.definition;
  if (resource === 'unit' || resource === 'station') book.names[resource].addAliases(self, aliasesOf(draft));
}

/** The field whose cell names a row's duplicate errors. */
const NAME_FIELD = {
  unit: 'name',
  station: 'name',
  pairing: 'station',
  staff: 'username',
  activity: 'title',
} as const;

function existing(book: Book, draft: Draft): Named | null {
  const { resource } = draft.layout.definition;
  if (resource === 'unit' || resource === 'station') return existingByName(book, draft, resource);
  const key = keyOf(draft);
  return key === null ? null : (book.keyed[resource].get(key) ?? null);
}

function existingByName(book: Book, draft: Draft, resource: 'unit' | 'station'): Named | null {
  const name = textOf(draft, 'name');
  if (name === null) return null;
  const found = book.names[resource].find(name);
  if (resource === 'unit' || found.length === 0) return onlyOne(draft, found);
  const town = draft.links.town;
  const here = town ? found.filter(({ traits }) => traits.town === town.id) : found;
  if (here.length > 0 || !town) return onlyOne(draft, here);
  // The name exists in another town only. A site without a town is the same one, now told its town.
  return onlyOne(
    draft,
    found.filter(({ traits }) => traits.town === null),
  );
}

function onlyOne(draft: Draft, found: readonly Named[]): Named | null {
  if (found.length > 1) {
    const names = [...new Set(found.map(({ name }) => name))].join('、');
    fail(draft, 'name', 'DUPLICATE', {
      zh: `只对应一个已有记录的名称;此叫法对应:${names}`,
      en: `a name of one record; this names ${names}`,
    });
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** What identifies a record without a name of its own; null when a part of it is missing. */
function keyOf(draft: Draft): string | null {
  const { unit, station } = draft.links;
  switch (draft.layout.definition.resource) {
    case 'staff':
      return textOf(draft, 'username')?.toLowerCase() ?? null;
    case 'pairing':
      return unit && station ? pairingKey(unit.id, station.id) : null;
    case 'activity': {
      const [title, startsAt] = [textOf(draft, 'title'), textOf(draft, 'startsAt')];
      return unit && station && title && startsAt ? activityKey(unit.id, station.id, startsAt, title) : null;
    }
    default:
      return null;
  }
}

function enter(book: Book, draft: Draft): Named | null {
  const { resource } = draft.layout.definition;
  const place = { sheet: draft.sheet, row: draft.row.row };
  const base: Pick<Named, 'isNew' | 'record' | 'place'> = { isNew: true, record: null, place };
  if (resource === 'unit' || resource === 'station') {
    const name = textOf(draft, 'name') ?? '';
    const town = draft.links.town?.id ?? null;
    const aliases = aliasesOf(draft);
    const traits = { town, level: textOf(draft, 'level') };
    const self: Named = { ...base, id: `${resource}:${town ?? ''}/${nameKey(name)}`, name, aliases, traits };
    book.names[resource].add(self);
    return self;
  }
  const key = keyOf(draft);
  if (key === null) return null;
  const name = textOf(draft, NAME_FIELD[resource]) ?? '';
  const self: Named = { ...base, id: `${resource}:${key}`, name, aliases: [], traits: {} };
  book.keyed[resource].set(key, self);
  return self;
}

export function aliasesOf(draft: Draft): string[] {
  const list = draft.values.aliases;
  return Array.isArray(list) ? list : [];
}

/** What one row leaves blank and the other fills is no contradiction: the first row takes it over. */
function sayTheSame(first: Draft, second: Draft): boolean {
  const fields = Object.keys(second.values).filter((field) => !IDENTIFYING.includes(field));
  const same = fields.every((field) => {
    const [one, other] = [first.links[field], second.links[field]];
    if (one && other) return one.id === other.id;
    const [a, b] = [first.values[field], second.values[field]];
    return a === undefined || b === undefined || spelled(a) === spelled(b);
  });
  if (same) {
    first.values = { ...second.values, ...first.values };
    first.links = { ...second.links, ...first.links };
  }
  return same;
}

/** Both rows were found to be about one record, whichever of its names they use. */
const IDENTIFYING: readonly string[] = ['name', 'username', 'title'];

const spelled = (content: Draft['values'][string]) =>
  Array.isArray(content) ? content.map(nameKey).sort().join('|') : nameKey(String(content));

function contradict(first: Draft, second: Draft): void {
  const field = NAME_FIELD[second.layout.definition.resource];
  for (const [here, there] of [
    [first, second],
    [second, first],
  ] as const) {
    fail(here, field, 'DUPLICATE', {
      zh: `不重复的记录;“${there.sheet}”表第 ${there.row.row} 行是同一记录但内容不同,请只保留一行`,
      en: `one row only; row ${there.row.row} of ${there.sheet} says something else about the same record`,
    });
  }
}
