/** Whether sheets of a round may be written: only while it is open. */
export function acceptsScores(roundState: unknown): boolean {
  return roundState === 'open';
}

/** Whether a round's assignments may be planned or changed: only before it opens. */
export function acceptsPlanning(roundState: unknown): boolean {
  return roundState === 'draft';
}

/** Whether a sheet counts in the result. */
export function countsInResult(sheetState: unknown): boolean {
  return sheetState === 'submitted';
}

/** Whether a rubric may be used by a round. */
export function mayOpenWith(rubricState: unknown): boolean {
  return rubricState === 'adopted';
}

/** The states of sheets that count, for queries. */
export const COUNTED_SHEET_STATES = ['submitted'] as const;
