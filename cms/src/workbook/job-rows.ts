import { type PlannedRow, ROW_KINDS, type RowKind } from '@jiedui/shared/workbook';
import { READING_ORDER, readRows } from './job-files';
import type { ImportJob } from './job-store';

const PAGE_SIZE = 50;

type Wanted = { sheet: string | null; kind: RowKind | null; page: number };

/** One page of a preview: the rows of the sheets and kinds asked for, in the order of the sheets. */
export async function rowsPage(job: ImportJob, wanted: Wanted) {
  const kinds = wanted.kind ? [wanted.kind] : READING_ORDER;
  const parts = job.sheets
    .flatMap((sheet, index) => kinds.map((kind) => ({ name: sheet.sheet, index, kind, count: sheet[kind] })))
    .filter(({ name, count }) => count > 0 && (wanted.sheet === null || name === wanted.sheet));
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const data: PlannedRow[] = [];
  let skip = (wanted.page - 1) * PAGE_SIZE;
  for (const { index, kind, count } of parts) {
    if (skip >= count) {
      skip -= count;
      continue;
    }
    for await (const row of readRows(job.id, index, kind)) {
      if (skip > 0) skip -= 1;
      else data.push(row);
      if (data.length === PAGE_SIZE) break;
    }
    if (data.length === PAGE_SIZE) break;
  }
  const pagination = {
    page: wanted.page,
    pageSize: PAGE_SIZE,
    pageCount: Math.ceil(total / PAGE_SIZE),
    total,
  };
  return { data: data.map(shown), meta: { pagination } };
}

const shown = ({ sheet, row, kind, label, changes, errors, notes }: PlannedRow) => ({
  sheet,
  row,
  kind,
  label,
  changes,
  errors: errors.map(({ column, code, found, expected }) => ({ column, code, found, expected })),
  notes,
});

/** What a query asks for; anything that is no kind or page counts as not asked. */
export function wantedOf(query: Record<string, unknown>): Wanted {
  const page = Number(query.page ?? 1);
  return {
    sheet: typeof query.sheet === 'string' && query.sheet !== '' ? query.sheet : null,
    kind: ROW_KINDS.find((kind) => kind === query.kind) ?? null,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** Every refused row of a job. */
export async function refusedRows(job: ImportJob): Promise<PlannedRow[]> {
  const rows: PlannedRow[] = [];
  for (const index of job.sheets.keys()) {
    for await (const row of readRows(job.id, index, 'wrong')) rows.push(row);
  }
  return rows;
}
