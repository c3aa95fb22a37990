import type { CellValue, SheetRows } from './cell';
import type { ImportPlan, PlanInput, PlannedRow } from './import-plan';
import type { Known, KnownRecord } from './known';
import { planAll } from './plan';

/** Builders for the tests of this folder. */

export const TODAY = '2022-11-16';

/** A sheet of headings in row 1 and rows below. */
export const sheet = (name: string, headings: string[], ...rows: CellValue[][]): SheetRows => ({
  sheet: name,
  rows: [headings, ...rows].map((cells, index) => ({ row: index + 1, cells })),
});

export const record = (documentId: string, over: Partial<KnownRecord> = {}): KnownRecord => ({
  documentId,
  rev: 1,
  name: documentId,
  values: {},
  ...over,
});

export const NOTHING_KNOWN: Known = {
  town: [],
  department: [],
  category: [],
  unit: [],
  station: [],
  pairing: [],
  staff: [],
  activity: [],
};

export const CATEGORIES = [record('c1', { name: '创文巩卫' }), record('c8', { name: '智慧助老' })];

export const plan = (
  sheets: SheetRows[],
  known: Partial<Known> = {},
  over: Partial<PlanInput> = {},
): ImportPlan =>
  planAll({ sheets, known: { ...NOTHING_KNOWN, category: CATEGORIES, ...known }, today: TODAY, ...over });

export const rowsOf = (result: ImportPlan, name: string): PlannedRow[] =>
  result.sheets.find(({ sheet: found }) => found === name)?.rows ?? [];

/** Every error as "sheet row column CODE". */
export const errorsOf = (result: ImportPlan): string[] =>
  result.sheets
    .flatMap(({ rows }) => rows)
    .flatMap(({ errors }) => errors)
    .map(({ sheet: at, row, column, code }) => `${at} ${row} ${column} ${code}`);

/** What exists once a plan has been carried out, for importing again. */
export function carriedOut(result: ImportPlan): Known {
  const known: Record<keyof Known, readonly KnownRecord[]> = { ...NOTHING_KNOWN, category: CATEGORIES };
  for (const row of result.sheets.flatMap(({ rows }) => rows).filter(({ kind }) => kind === 'new')) {
    const values = Object.fromEntries(
      Object.entries(row.values).map(([field, value]) => [field, idOf(value)]),
    );
    const name = String(values.name ?? values.title ?? values.username ?? '');
    const aliases = Array.isArray(values.aliases) ? values.aliases : [];
    const resource = row.resource as keyof Known;
    known[resource] = [
      ...(known[resource] ?? []),
      { documentId: idOf({ key: row.key }) as string, rev: 1, name, aliases, values },
    ];
  }
  return known;
}

function idOf(value: PlannedRow['values'][string]) {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return value as KnownRecord['values'][string];
  return 'key' in value ? `doc-${value.key}` : (value as { documentId: string }).documentId;
}
