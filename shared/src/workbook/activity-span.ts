import type { Instant } from '../calendar';
import { isBlank, type SheetRows } from './cell';
import { layOut } from './lay-out';
import { readInstant } from './times';

/** Rows between two chances for others. */
const CHUNK = 500;

export type Span = { from: Instant; to: Instant };

/**
 * The first and the last start that the activities of a workbook name, or null without any: only existing
 * activities between the two can be the same as one of the workbook. Yields every few rows.
 */
export function* activitySpan(sheets: readonly SheetRows[]): Generator<void, Span | null, void> {
  let span: Span | null = null;
  let seen = 0;
  for (const { input, layout } of layOut(sheets).found) {
    const start = layout.columns.find(({ column }) => column.field === 'startsAt');
    if (!start) continue;
    for (const { cells } of input.rows.slice(layout.firstRow)) {
      if (++seen % CHUNK === 0) yield;
      const cell = cells[start.at] ?? null;
      const read = isBlank(cell) ? null : readInstant(cell, null, input.date1904);
      if (read?.ok) span = widened(span, read.value);
    }
  }
  return span;
}

// Instants of one notation sort as they are written.
const widened = (span: Span | null, at: Instant): Span => ({
  from: span && span.from < at ? span.from : at,
  to: span && span.to > at ? span.to : at,
});
