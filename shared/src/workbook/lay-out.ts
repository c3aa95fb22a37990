import type { SheetRows } from './cell';
import { headerKey } from './clean';
import { layoutOf, type SheetLayout } from './headers';
import type { Notice } from './import-plan';
import { GUIDE_SHEET, SHEETS } from './sheets';

/** A sheet of the workbook together with how it is to be read. */
export type LaidOut = { input: SheetRows; layout: SheetLayout };

/** The sheets that can be read, and what a person should know about the others and about their columns. */
export function layOut(sheets: readonly SheetRows[]): { found: LaidOut[]; notices: Notice[] } {
  const found: LaidOut[] = [];
  const notices: Notice[] = [];
  for (const input of sheets.filter(
    ({ sheet, rows }) => rows.length > 0 && headerKey(sheet) !== GUIDE_SHEET,
  )) {
    const layout = layoutOf(input);
    if (layout) {
      found.push({ input, layout });
      notices.push(...columnNotices(input.sheet, layout));
    } else notices.push({ sheet: input.sheet, words: unknownSheet() });
  }
  return { found, notices };
}

const unknownSheet = () => ({
  zh: `没有读取此表:表名应为${SHEETS.map(({ sheet }) => sheet).join('、')}之一,并有模板中的表头。`,
  en: 'This sheet was not read: it needs a name and headings of the template.',
});

function columnNotices(sheet: string, layout: SheetLayout): Notice[] {
  const { missing, unknown } = layout;
  const notices: Notice[] = [];
  if (unknown.length > 0) {
    notices.push({
      sheet,
      words: { zh: `没有读取这些列:${unknown.join('、')}。`, en: `Columns not read: ${unknown.join(', ')}.` },
    });
  }
  if (missing.length > 0) {
    const headers = missing.map(({ header }) => header);
    notices.push({
      sheet,
      words: {
        zh: `缺少必填的列:${headers.join('、')}。`,
        en: `Required columns missing: ${headers.join(', ')}.`,
      },
    });
  }
  return notices;
}
