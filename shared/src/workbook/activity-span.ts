import type { Instant } from '../calendar';
import { isBlank, type SheetRows } from './cell';
import { layOut } from './lay-out';
import { readInstant } from './times';

/**
 * The first and the last start that the activities of a workbook name, or null without any: only existing
 * activities between the two can be the same as one of the workbook.
 */
export function activitySpan(sheets: readonly SheetRows[]): { from: Instant; to: Instant } | null {
  let [from, to]: [Instant | null, Instant | null] = [null, null];
  for (const { input, layout } of layOut(sheets).found) {
    const start = layout.columns.find(({ column }) => column.field === 'startsAt');
    if (!start) continue;
    for (const { cells } of input.rows.slice(layout.firstRow)) {
      const cell = cells[start.at] ?? null;
      const read = isBlank(cell) ? null : readInstant(cell, null, input.date1904);
      if (!read?.ok) continue;
      if (from === null || read.value < from) from = read.value;
      if (to === null || read.value > to) to = read.value;
    }
  }
  return from && to ? { from, to } : null;
}
