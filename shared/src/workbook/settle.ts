import type { Words } from '../text/words';
import type { Book } from './book';
import { nameKey } from './clean';
import { changed, created } from './compare';
import { type Draft, fail, textOf } from './draft';
import { aliasesOf } from './identify';
import type { PlannedRow, PlannedSheet } from './import-plan';
import { plannedRow } from './planned-row';

/** Turns a checked draft into the row of the plan. */
export function settle(book: Book, draft: Draft): PlannedRow {
  if (draft.sameAs) joinTo(draft, draft.sameAs);
  const record = draft.self?.record ?? null;
  const sound = draft.errors.length === 0 && !draft.sameAs;
  // `changed` may note that the record is locked.
  const written = !sound ? NOTHING : record ? changed(book, draft) : created(book, draft);
  return plannedRow(draft, {
    resource: draft.layout.definition.resource,
    label: labelOf(draft),
    key: draft.self?.id ?? `${draft.sheet}!${draft.row.row}`,
    record,
    written,
    joined: draft.sameAs !== null,
  });
}

const NOTHING: Pick<PlannedRow, 'values' | 'changes'> = { values: {}, changes: {} };

function joinTo(draft: Draft, first: Draft): void {
  const place: Words = {
    zh: `“${first.sheet}”表第 ${first.row.row} 行`,
    en: `row ${first.row.row} of ${first.sheet}`,
  };
  if (first.errors.length > 0) {
    const column = draft.layout.columns[0]?.column;
    if (column)
      fail(draft, column, 'DUPLICATE', {
        zh: `先更正${place.zh}:两行是同一记录`,
        en: `${place.en}, corrected`,
      });
  } else draft.notes.push({ zh: `与${place.zh}相同,已合并。`, en: `The same as ${place.en}; taken once.` });
}

function labelOf(draft: Draft): string {
  const text = (field: string) => draft.links[field]?.name ?? textOf(draft, field) ?? '';
  switch (draft.layout.definition.resource) {
    case 'pairing':
      return `${text('unit')} — ${text('station')}`;
    case 'staff':
      return [text('username'), text('displayName')].filter(Boolean).join(' ');
    case 'activity':
      return text('title');
    default:
      return text('name');
  }
}

/** Withdraws what a wrong row would have brought, so that rows that name it learn why they cannot. */
export function withdraw(book: Book, draft: Draft): void {
  const { resource } = draft.layout.definition;
  const { self } = draft;
  if (self?.record || (self && book.claimed.get(self.id) !== draft)) return;
  if (resource === 'unit' || resource === 'station') {
    if (self) book.names[resource].remove(self);
    const names = [textOf(draft, 'name') ?? '', ...aliasesOf(draft)].map(nameKey).filter(Boolean);
    for (const name of names) book.broken[resource].set(name, draft);
  } else if (self) {
    for (const [key, named] of book.keyed[resource]) if (named === self) book.keyed[resource].delete(key);
  }
}

/** The towns that sound rows bring along, as a sheet of its own; nothing when there is none. */
export function townSheet(book: Book, drafts: readonly Draft[]): PlannedSheet[] {
  const wanted = new Set(
    drafts.filter(({ errors }) => errors.length === 0).flatMap(({ links }) => Object.values(links)),
  );
  const rows = book.newTowns
    .filter(({ named }) => wanted.has(named))
    .map(({ named, from }) => townRow(named, from));
  return rows.length > 0 ? [{ sheet: '镇', resource: 'town', rows }] : [];
}

const townRow = (named: Book['newTowns'][number]['named'], from: Draft): PlannedRow => ({
  sheet: '镇',
  row: from.row.row,
  resource: 'town',
  kind: 'new',
  label: named.name,
  key: named.id,
  documentId: null,
  rev: null,
  values: { name: named.name, aliases: [] },
  changes: { name: [null, named.name] },
  errors: [],
  notes: [
    {
      zh: `“${from.sheet}”表第 ${from.row.row} 行提到,系统中没有,将一并建立。`,
      en: `Named in row ${from.row.row} of ${from.sheet}; created along with it.`,
    },
  ],
  cells: null,
});
