import { brief } from '../decimal';
import type { Words } from '../text/words';
import type { Entries, Entry, Sheet } from './entries';
import type { ItemCalc } from './item-score';

/** What talks changed on a sheet, by indicator: the entry as it was before the first one, and the last reason. */
export type Moderated = Record<string, { former: Entry | null; reason: string }>;

/** The change of one indicator, guarding against codes such as `constructor`. */
export const changeOf = ({ moderated }: Sheet, code: string): Moderated[string] | undefined =>
  moderated && Object.hasOwn(moderated, code) ? moderated[code] : undefined;

/** An item's words with what it was before a talk, and why it was changed. */
export function moderatedWords(now: ItemCalc, former: ItemCalc, reason: string): Words {
  return {
    zh: `${now.words.zh}；经会商由 ${pointsOf(former, 'zh')} 改为 ${pointsOf(now, 'zh')}，理由：${reason}`,
    en: `${now.words.en}; changed in a talk from ${pointsOf(former, 'en')} to ${pointsOf(now, 'en')}: ${reason}`,
  };
}

const pointsOf = ({ value, words }: ItemCalc, locale: keyof Words): string =>
  value ? brief(value) : words[locale];

/** The sheet as it was before any talk; the sheet itself where none changed it. */
export function beforeTalks(sheet: Sheet): Sheet {
  if (!sheet.moderated) return sheet;
  const { moderated, ...rest } = sheet;
  const entries: Entries = { ...sheet.entries };
  for (const [code, { former }] of Object.entries(moderated)) {
    if (former) entries[code] = former;
    else delete entries[code];
  }
  return { ...rest, entries };
}

/**
 * A sheet with some entries changed in a talk, each marked with what it was before the first talk. Entries that say
 * the same as before are no change; null when none is.
 */
export function amendSheet(
  { entries, moderated = {} }: Pick<Sheet, 'entries' | 'moderated'>,
  changes: Entries,
  reason: string,
): { entries: Entries; moderated: Moderated; changed: string[] } | null {
  const changed = Object.keys(changes).filter((code) => !sameEntry(changes[code], entries[code]));
  if (changed.length === 0) return null;
  const marks = changed.map((code): [string, Moderated[string]] => {
    const first = Object.hasOwn(moderated, code) ? moderated[code] : undefined;
    const former = first ? first.former : Object.hasOwn(entries, code) ? (entries[code] ?? null) : null;
    return [code, { former, reason }];
  });
  return {
    entries: { ...entries, ...Object.fromEntries(changed.map((code) => [code, changes[code] ?? {}])) },
    moderated: { ...moderated, ...Object.fromEntries(marks) },
    changed,
  };
}

function sameEntry(one: Entry | undefined, other: Entry | undefined): boolean {
  return ordered(one) === ordered(other);
}

/** The order of an entry's fields says nothing. */
const ordered = (entry: Entry | undefined): string =>
  JSON.stringify(
    Object.entries(entry ?? {})
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
