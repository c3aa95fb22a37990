import { VENUE_KINDS } from '../activity';
import { openBook } from './book';
import { checkNames } from './check-names';
import { checkRow } from './check-row';
import { type Draft, readRow, textOf } from './draft';
import { identify } from './identify';
import type { ImportPlan, PlanInput, PlannedRow, PlanProgress } from './import-plan';
import { type LaidOut, layOut } from './lay-out';
import { optionsFrom } from './options';
import { linkRelations } from './relations';
import { settle, townSheet, withdraw } from './settle';
import { SHEETS } from './sheets';

/** Rows between two reports of progress: a few milliseconds of work. */
const CHUNK = 100;

const LEVEL_ORDER = ['center', 'institute', 'station'];

/**
 * Works out what an import would do, row by row, without doing anything. Yields its progress every few rows, so
 * that the caller can report it, let others work, or stop. Units come first, then sites, pairings, staff and
 * activities, whatever the order of the sheets; each row may name records that earlier ones bring. A blank cell
 * leaves an existing record's field as it is.
 */
export function* planRows(input: PlanInput): Generator<PlanProgress, ImportPlan, void> {
  const venueKinds = input.venueKinds ?? VENUE_KINDS;
  const book = openBook(input, optionsFrom(venueKinds));
  const { found, notices } = layOut(input.sheets);
  const planned = new Map<LaidOut, PlannedRow[]>(found.map((sheet) => [sheet, []]));
  const all: Draft[] = [];
  const total =
    2 * found.reduce((sum, { input: { rows }, layout }) => sum + rows.length - layout.firstRow, 0);
  let done = 0;

  for (const definition of SHEETS) {
    const drafts: { sheet: LaidOut; draft: Draft }[] = [];
    for (const sheet of found.filter(({ layout }) => layout.definition === definition)) {
      for (const row of sheet.input.rows.slice(sheet.layout.firstRow)) {
        if (++done % CHUNK === 0) yield { done, total };
        const draft = readRow(sheet.input, sheet.layout, row, book.venueKinds);
        if (!draft) continue;
        linkRelations(book, draft);
        identify(book, draft);
        drafts.push({ sheet, draft });
      }
    }
    for (const { draft } of drafts) checkNames(book, draft);
    for (const { draft } of drafts) if (draft.errors.length > 0) withdraw(book, draft);
    for (const { sheet, draft } of topDown(drafts)) {
      if (++done % CHUNK === 0) yield { done, total };
      checkRow(book, draft, input.today, venueKinds);
      planned.get(sheet)?.push(settle(book, draft));
      if (draft.errors.length > 0) withdraw(book, draft);
      all.push(draft);
    }
  }
  const sheets = found.map((sheet) => ({
    sheet: sheet.input.sheet,
    resource: sheet.layout.definition.resource,
    rows: (planned.get(sheet) ?? []).sort((a, b) => a.row - b.row),
  }));
  return { sheets: [...townSheet(book, all), ...sheets], notices };
}

/** Sites from the top down: a site whose parent turns out wrong is wrong as well. */
function topDown<T extends { draft: Draft }>(drafts: readonly T[]): T[] {
  const depth = ({ draft }: T) => LEVEL_ORDER.indexOf(textOf(draft, 'level') ?? '');
  return [...drafts].sort((a, b) => depth(a) - depth(b));
}

/** The plan in one go, for small workbooks and tests. */
export function planAll(input: PlanInput): ImportPlan {
  const work = planRows(input);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
