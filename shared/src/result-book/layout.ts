import type { Rubric } from '../rubric';
import { FIRST_ROW } from './cell';
import { type GroupSize, judgedBy } from './groups';

/** Where a source of a unit stands: its row, those of its sheets and the first one of their entries. */
export type SourceSpan = GroupSize & { row: number; first: number; firstEntry: number };

export type UnitSpan = { unit: string; unitClass: string; row: number; sources: SourceSpan[] };

/** The rows of a class: its units stand together. */
export type ClassSpan = { unitClass: string; first: number; last: number };

export type Layout = { units: Map<string, UnitSpan>; classes: ClassSpan[] };

type Sized = { unit: string; unitClass: string; sizes: readonly GroupSize[] };

/** Gives every row of the workbook its place, so that formulas can point at rows that are not written yet. */
export function layOut(rubric: Rubric, units: readonly Sized[]): Layout {
  const next = { unit: FIRST_ROW, source: FIRST_ROW, sheet: FIRST_ROW, entry: FIRST_ROW };
  const spans = new Map<string, UnitSpan>();
  const classes: ClassSpan[] = [];
  for (const { unit, unitClass, sizes } of units) {
    const row = next.unit++;
    const sources = sizes.map((size) => {
      const span = { ...size, row: next.source++, first: next.sheet, firstEntry: next.entry };
      next.sheet += size.count;
      next.entry += size.count * judgedBy(rubric, size.code).length;
      return span;
    });
    spans.set(unit, { unit, unitClass, row, sources });
    const last = classes.at(-1);
    if (last?.unitClass === unitClass) last.last = row;
    else classes.push({ unitClass, first: row, last: row });
  }
  return { units: spans, classes };
}
