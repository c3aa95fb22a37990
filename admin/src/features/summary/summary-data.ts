import type { Band } from '@jiedui/shared/rubric';
import type { ClassFigures } from '@jiedui/shared/scoring';
import type { Words } from '@jiedui/shared/text';
import { useRead } from '../../ui/use-read';

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

export type SummaryClass = ClassFigures & {
  unitClass: string;
  units: number;
  ranked: number;
  bands: Band[];
  rows: SummaryRow[];
};

export type Summary = {
  round: { documentId: string; name: string; state: string };
  rubric: {
    name: string;
    example: boolean;
    digits: number;
    minRaters: number;
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

/** Full marks of a total, bonus excluded. */
export const fullMarks = (summary: Summary): number =>
  scoredDimensions(summary).reduce((sum, { max }) => sum + Number(max), 0);

/** How many units of a class fall into each band, best band first. */
export function bandCounts(bands: readonly Band[], rows: readonly SummaryRow[]) {
  return bands.map((band) => ({ band, count: rows.filter((row) => row.band?.code === band.code).length }));
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const MOST_STEPS = 15;

/** A round number of points that parts the full marks into some ten steps. */
export const stepFor = (max: number): number => STEPS.find((step) => max / step <= MOST_STEPS) ?? max / 10;

/** How many units fall into each step of points; the highest step holds full marks too. */
export function totalsBySteps(
  rows: readonly SummaryRow[],
  max: number,
): { from: number; to: number; count: number }[] {
  const step = stepFor(max);
  const totals = rows.flatMap((row) => (row.total === null ? [] : [Number(row.total)]));
  if (totals.length === 0) return [];
  const highest = totals.reduce((most, total) => Math.max(most, total), 0);
  const least = totals.reduce((low, total) => Math.min(low, total), highest);
  const top = Math.ceil(Math.max(max, highest) / step) * step;
  const lowest = Math.min(top - step, Math.floor(least / step) * step);
  const steps: { from: number; to: number; count: number }[] = [];
  for (let from = lowest; from < top; from += step) {
    const last = from + step >= top;
    const inside = totals.filter((total) => total >= from && (last ? total <= top : total < from + step));
    steps.push({ from, to: from + step, count: inside.length });
  }
  return steps;
}
