import type { Words } from '../text/words';
import type { EvidenceAsked, EvidenceKind } from './evidence';
import type { Rubric } from './schema';
import type { SourceCode } from './sources';
import { indicatorsOf, judges } from './walk';

/** One record of a unit, as it stands beside an indicator. */
export type EvidenceItem = {
  /** The record's address; null where there is none of its own. */
  documentId: string | null;
  title: Words;
  day: string | null;
  /** Codes of the categories that it is about; null: of all. */
  categories: readonly string[] | null;
  /** How it stands. */
  note: Words | null;
};

/** The records of a kind: how many there are of each category, and the newest of each. */
export type EvidenceList = {
  counts: { category: string | null; n: number }[];
  items: EvidenceItem[];
};

/** What is known of a unit for a sheet; only what its indicators ask for. */
export type Evidence = Partial<Record<EvidenceKind, EvidenceList>>;

/** The most records of a kind that are shown beside one indicator. */
export const MOST_EVIDENCE = 5;

/** The kinds of records that the indicators judged by a source ask for. */
export function evidenceKinds(rubric: Rubric, source: SourceCode): ReadonlySet<EvidenceKind> {
  const asked = indicatorsOf(rubric).filter(({ indicator }) => judges(source, indicator));
  return new Set(asked.flatMap(({ indicator }) => indicator.evidence?.kinds ?? []));
}

/** What of a kind one indicator shows: how many in all, and the newest few. */
export function evidenceFor(
  { counts, items }: EvidenceList,
  { categories }: Pick<EvidenceAsked, 'categories'>,
): { total: number; items: EvidenceItem[] } {
  const isAsked = (own: readonly string[] | null) =>
    !categories || own === null || own.some((code) => categories.includes(code));
  const counted = counts.filter(({ category }) => isAsked(category === null ? null : [category]));
  return {
    total: counted.reduce((sum, { n }) => sum + n, 0),
    items: items.filter((item) => isAsked(item.categories)).slice(0, MOST_EVIDENCE),
  };
}
