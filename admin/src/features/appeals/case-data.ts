import type { Place } from '@jiedui/shared/round';
import type { Indicator, SourceCode } from '@jiedui/shared/rubric';
import type { Entry } from '@jiedui/shared/scoring';
import type { Words } from '@jiedui/shared/text';

export type CaseSheet = {
  id: string;
  name: string;
  source: SourceCode;
  before: Entry | null;
  after: Entry | null;
};

export type CasePlace = Place & { points: string | null };

/** An appeal with what it is decided on, as `/appeals/:id/case` answers. */
export type AppealCase = {
  rev: number;
  indicator: Indicator;
  sheets: CaseSheet[];
  effect: { before: CasePlace; after: CasePlace; others: number } | null;
  decision: string | null;
  /** Why a draft cannot be filed any more. */
  refused: Words | null;
};

/** An entry apart from what is said beside it, for comparing; its fields in one order. */
const judged = (entry: Entry | null | undefined) =>
  JSON.stringify(
    Object.entries(entry ?? {})
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The entries that differ from those of the sheets; null where none does. */
export function changedEntries(
  sheets: readonly CaseSheet[],
  entries: Readonly<Record<string, Entry>>,
): Record<string, Entry> | null {
  const changed = sheets.flatMap(({ id, before }) => {
    const entry = entries[id];
    return entry && judged(entry) !== judged(before) ? [[id, entry] as const] : [];
  });
  return changed.length > 0 ? Object.fromEntries(changed) : null;
}
