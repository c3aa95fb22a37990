import { type CellValue, cellText } from './cell';
import { compact } from './clean';
import type { AnySheet } from './column';
import type { Draft } from './draft';
import type { PlannedRow, RowKind } from './import-plan';
import type { KnownRecord } from './known';

/** What was found out of a row: its record, what would be written, and whether an earlier row says the same. */
type Outcome = Pick<PlannedRow, 'resource' | 'label' | 'key'> & {
  record: Pick<KnownRecord, 'documentId' | 'rev'> | null;
  written: Pick<PlannedRow, 'values' | 'changes'>;
  joined?: boolean;
};

/** The row of a plan. One with errors brings no values, but keeps its cells for the report. */
export function plannedRow(draft: Draft<AnySheet>, outcome: Outcome): PlannedRow {
  const { resource, label, key, record, written } = outcome;
  const wrong = draft.errors.length > 0;
  return {
    sheet: draft.sheet,
    row: draft.row.row,
    resource,
    kind: wrong ? 'wrong' : kindOf(outcome),
    label,
    key,
    documentId: record?.documentId ?? null,
    rev: record?.rev ?? null,
    values: wrong ? {} : written.values,
    changes: wrong ? {} : written.changes,
    errors: draft.errors,
    notes: draft.notes,
    cells: wrong ? cellsOf(draft) : null,
  };
}

function kindOf({ record, written, joined }: Outcome): RowKind {
  if (joined) return 'unchanged';
  if (!record) return 'new';
  return Object.keys(written.values).length > 0 ? 'changed' : 'unchanged';
}

/** By the template's headings. A number under a heading in hours takes its unit along: the template's is minutes. */
function cellsOf({ layout, row }: Draft<AnySheet>): Record<string, CellValue> {
  return Object.fromEntries(
    layout.columns.map(({ column, at, hours }) => {
      const cell = row.cells[at] ?? null;
      return [
        column.header,
        hours && /^[\d.]+$/.test(compact(cellText(cell))) ? `${cellText(cell)}小时` : cell,
      ];
    }),
  );
}
