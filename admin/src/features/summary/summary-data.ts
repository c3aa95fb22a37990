import type { Words } from '@jiedui/shared/text';
import { useRead } from '../../ui/use-read';

export type Band = { code: string; label: Words; min: number };
export type Dimension = { code: string; name: string; max: string };

export type SummaryRow = {
  unit: { documentId: string; name: string };
  rank: number | null;
  tiedWith: number;
  total: string | null;
  band: { code: string; words: Words } | null;
  moved: { words: Words }[];
  tieBreak: { key: string; words: Words } | null;
  raters: number;
  coverage: { percent: string | null } | null;
  rawMean: string | null;
  dimensions: Record<string, string | null>;
  note: Words | null;
};

export type SummaryClass = { unitClass: string; units: number; ranked: number; rows: SummaryRow[] };

export type Summary = {
  round: { documentId: string; name: string; state: string };
  rubric: {
    name: string;
    example: boolean;
    digits: number;
    minRaters: number;
    bands: Band[];
    dimensions: Dimension[];
  } | null;
  classes: SummaryClass[];
  updatedAt: string | null;
};

/** The ranked summary of a round. */
export const useSummary = (round: string) =>
  useRead<Summary>(`/rounds/${round}/summary`, {}, { enabled: round !== '' });

/** Dimensions that hold points; a list of vetoes has none and is no column. */
export const scoredDimensions = (summary: Summary): Dimension[] =>
  (summary.rubric?.dimensions ?? []).filter(({ max }) => Number(max) > 0);

/** How many units of a class fall into each band, best band first. */
export function bandCounts(bands: readonly Band[], rows: readonly SummaryRow[]) {
  return bands.map((band) => ({ band, count: rows.filter((row) => row.band?.code === band.code).length }));
}

/** How many units fall into each step of ten points; the highest step holds full marks too. */
export function totalsByTen(rows: readonly SummaryRow[]): { from: number; to: number; count: number }[] {
  const totals = rows.flatMap((row) => (row.total === null ? [] : [Number(row.total)]));
  if (totals.length === 0) return [];
  const top = Math.max(100, Math.ceil(Math.max(...totals) / 10) * 10);
  const lowest = Math.min(top - 10, Math.floor(Math.min(...totals) / 10) * 10);
  const steps: { from: number; to: number; count: number }[] = [];
  for (let from = lowest; from < top; from += 10) {
    const last = from + 10 === top;
    const inside = totals.filter((total) => total >= from && (last ? total <= top : total < from + 10));
    steps.push({ from, to: from + 10, count: inside.length });
  }
  return steps;
}
