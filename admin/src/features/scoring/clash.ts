import { canonicalJson } from '@jiedui/shared/canonical';
import type { SheetContent } from './sheet-store';

export type Side = 'mine' | 'theirs';

/** A line of the sheet in two versions: an indicator's code, or null for the overall comment. */
export type ClashLine = { code: string | null; proposed: Side };

// A database need not give the fields of an entry back in the order in which they were written.
const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null);

const at = (content: SheetContent, code: string | null) =>
  code === null ? content.comment : content.entries[code];

/**
 * The lines in which two versions differ, each with the side to propose: the one that changed it since both were
 * the same (`base`, null when unknown), one's own where both did.
 */
export function clashLines(mine: SheetContent, theirs: SheetContent, base: SheetContent | null): ClashLine[] {
  const codes = new Set([...Object.keys(mine.entries), ...Object.keys(theirs.entries)]);
  return [...codes, null]
    .filter((code) => !same(at(mine, code), at(theirs, code)))
    .map((code) => ({
      code,
      proposed: base && same(at(mine, code), at(base, code)) ? 'theirs' : 'mine',
    }));
}

/** The sheet made of what was chosen line by line. */
export function merge(
  mine: SheetContent,
  theirs: SheetContent,
  lines: readonly ClashLine[],
  choice: (line: ClashLine) => Side,
): SheetContent {
  const merged: SheetContent = { entries: { ...theirs.entries }, comment: theirs.comment };
  for (const line of lines) {
    if (choice(line) === 'theirs') continue;
    if (line.code === null) {
      merged.comment = mine.comment;
      continue;
    }
    const own = mine.entries[line.code];
    if (own) merged.entries[line.code] = own;
    else delete merged.entries[line.code];
  }
  return merged;
}
