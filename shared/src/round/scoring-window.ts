/** Whether sheets of a round may be written: only while it is open. */
export function acceptsScores(roundState: unknown): boolean {
  return roundState === 'open';
}

/** Whether a round's assignments may be planned or changed: only before it opens. */
export function acceptsPlanning(roundState: unknown): boolean {
  return roundState === 'draft';
}

/** Whether somebody may be assigned by hand: before the round opens, and later as an addition to what is frozen. */
export function acceptsAdditions(roundState: unknown): boolean {
  return acceptsPlanning(roundState) || acceptsScores(roundState);
}

/** The states of rounds for which figures may be entered, for queries. */
export const FIGURE_ROUND_STATES = ['draft', 'open'] as const;

/** Whether the office may enter figures for a round: until it is closed, for then they are what the result is made of. */
export function acceptsFigures(roundState: unknown): boolean {
  return FIGURE_ROUND_STATES.some((state) => state === roundState);
}

/** Whether a sheet counts in the result. */
export function countsInResult(sheetState: unknown): boolean {
  return sheetState === 'submitted';
}

/** Whether a sheet was sent back to its evaluator and waits for being mended. */
export function wasReturned(sheetState: unknown): boolean {
  return sheetState === 'returned';
}

/** The last time that a sheet was sent back, of its history with the newest first. */
export function lastReturn<T extends { transition: string | null }>(history: readonly T[]): T | undefined {
  return history.find(({ transition }) => transition === 'return');
}

/** The states of rubrics that a round may be opened with, for queries. */
export const USABLE_RUBRIC_STATES: readonly string[] = ['adopted'];

/** Whether a rubric may be used by a round. */
export function mayOpenWith(rubricState: unknown): boolean {
  return USABLE_RUBRIC_STATES.includes(String(rubricState));
}

/** The states of sheets that count, for queries. */
export const COUNTED_SHEET_STATES = ['submitted'] as const;

/** The states of sheets from which their evaluator was recused, for queries. */
export const RECUSED_SHEET_STATES = ['recused'] as const;

/** The states of sheets that nobody is asked for any more, for queries. */
export const WITHDRAWN_SHEET_STATES = ['withdrawn'] as const;

/** The states of sheets that their evaluator has left: kept for the audit, neither read nor scored by them. */
export const LEFT_SHEET_STATES = [...RECUSED_SHEET_STATES, ...WITHDRAWN_SHEET_STATES] as const;

/** Whether a sheet's evaluator was recused from it. */
export function wasRecused(sheetState: unknown): boolean {
  return RECUSED_SHEET_STATES.some((state) => state === sheetState);
}

/** Whether a sheet is out of its evaluator's hands. */
export function wasLeft(sheetState: unknown): boolean {
  return LEFT_SHEET_STATES.some((state) => state === sheetState);
}
