import type { Day } from '../calendar';
import type { ErrorCode } from '../text/errors';
import type { Words } from '../text/words';
import type { CellValue, SheetRows } from './cell';
import type { Known, StoredValue } from './known';

/** A relation in a planned row: a record that exists, or one that the same import creates under a row's key. */
export type Reference = { documentId: string } | { key: string };

/** A structured value, wrapped so that it is never taken for a reference. */
export type Structure = { structure: unknown };

/** What is to be written, by attribute name. */
export type PlannedValue = StoredValue | Reference | readonly Reference[] | Structure;

export type RowKind = 'new' | 'changed' | 'unchanged' | 'wrong';

export const ROW_KINDS = ['new', 'changed', 'unchanged', 'wrong'] as const satisfies readonly RowKind[];

/** One thing wrong in one cell: what was found and what is expected. `column` is its heading in the workbook. */
export type CellError = {
  sheet: string;
  row: number;
  column: string;
  field: string;
  found: string;
  expected: Words;
  code: ErrorCode;
};

/**
 * One row of the workbook and what will become of it.
 * - `key`: what it is called by other rows of the same import; unique within the plan;
 * - `documentId`, `rev`: the record that it changes or equals, null for a new one;
 * - `values`: all fields of a new record, only the changed ones of an existing one;
 * - `changes`: the same for people, relations by name;
 * - `cells`: what the row held, by heading, kept for wrong rows only.
 */
export type PlannedRow = {
  sheet: string;
  row: number;
  resource: string;
  kind: RowKind;
  label: string;
  key: string;
  documentId: string | null;
  rev: number | null;
  values: Record<string, PlannedValue>;
  changes: Record<string, [before: StoredValue, after: StoredValue]>;
  errors: CellError[];
  notes: Words[];
  cells: Record<string, CellValue> | null;
};

/** Rows of one sheet. `sheet` is its name in the workbook; 镇 for the towns that sites brought along. */
export type PlannedSheet = { sheet: string; resource: string; rows: PlannedRow[] };

/**
 * Something about a sheet as a whole that a person should know: an unknown sheet, an unknown column. `grave`: what
 * was left out was probably meant to come in.
 */
export type Notice = { sheet: string; words: Words; grave?: true };

export type ImportPlan = { sheets: PlannedSheet[]; notices: Notice[] };

export type PlanProgress = { done: number; total: number };

/**
 * `today`: an activity of a later day cannot have been held. `venueKinds`: the programme's list; without it the
 * list of `activity/venue-kind`.
 */
export type PlanInput = {
  sheets: readonly SheetRows[];
  known: Known;
  today: Day;
  venueKinds?: readonly { code: string; words: Words; public: boolean }[];
};

/** How many rows of each kind a sheet has. */
export function countKinds(sheet: PlannedSheet): Record<RowKind, number> {
  const counts: Record<RowKind, number> = { new: 0, changed: 0, unchanged: 0, wrong: 0 };
  for (const { kind } of sheet.rows) counts[kind] += 1;
  return counts;
}
