import type { SheetRows } from './cell';
import { headerKey } from './clean';
import type { AnySheet, SheetDefinition } from './column';
import { definitionNamed, layoutOf, ROWS_SEARCHED, type SheetLayout } from './headers';
import type { Notice } from './import-plan';
import { GUIDE_SHEET, SHEETS } from './sheets';

/** A sheet of the workbook together with how it is to be read. */
export type LaidOut = { input: SheetRows; layout: SheetLayout };

/** The sheets that can be read, and what a person should know about the others and about their columns. */
export function layOut(sheets: readonly SheetRows[]): { found: LaidOut[]; notices: Notice[] } {
  const found: LaidOut[] = [];
  const notices: Notice[] = [];
  for (const input of sheets.filter(({ sheet }) => headerKey(sheet) !== GUIDE_SHEET)) {
    const layout = input.rows.length > 0 ? layoutOf(input) : null;
    if (layout) found.push({ input, layout });
    notices.push(...(layout ? columnNotices(input, layout) : unreadNotices(input)));
  }
  if (found.length === 0 && notices.length === 0) notices.push(nothingIn(sheets[0]?.sheet ?? ''));
  return { found, notices };
}

const nothingIn = (sheet: string): Notice => ({
  sheet,
  words: { zh: '工作簿中没有填写任何内容。', en: 'There is nothing in the workbook.' },
  grave: true,
});

function unreadNotices({ sheet, rows, hidden }: SheetRows): Notice[] {
  if (hidden) {
    return [
      { sheet, words: { zh: '此表是隐藏的,没有读取。', en: 'This sheet is hidden and was not read.' } },
    ];
  }
  if (rows.length === 0) return [];
  const meant = definitionNamed(sheet);
  return [meant ? { sheet, words: noHeadings(meant), grave: true } : { sheet, words: unknownSheet() }];
}

const unknownSheet = () => ({
  zh: `没有读取此表:表名应为${SHEETS.map(({ sheet }) => sheet).join('、')}之一,并有模板中的表头。`,
  en: 'This sheet was not read: it needs a name and headings of the template.',
});

function noHeadings({ columns }: SheetDefinition) {
  const required = columns.filter((column) => column.required).map(({ header }) => header);
  return {
    zh: `没有读取此表:前 ${ROWS_SEARCHED} 行中没有找到表头,应有一行写着:${required.join('、')}。`,
    en: `This sheet was not read: none of its first ${ROWS_SEARCHED} rows has the headings ${required.join(', ')}.`,
  };
}

/** What a person should know of a sheet's columns and rows. */
export function columnNotices(input: SheetRows, layout: SheetLayout<AnySheet>): Notice[] {
  const { sheet, hiddenRows = 0 } = input;
  const list = (headers: readonly string[]) => headers.join('、');
  const { unknown, repeated } = layout;
  const missing = layout.missing.map(({ header }) => header);
  const notices: Notice[] = [];
  if (unknown.length > 0) {
    notices.push({
      sheet,
      words: { zh: `没有读取这些列:${list(unknown)}。`, en: `Columns not read: ${list(unknown)}.` },
    });
  }
  if (repeated.length > 0) {
    notices.push({
      sheet,
      words: {
        zh: `表头重复的列只读取最左边的一列:${list(repeated)}。`,
        en: `Of columns with the same heading only the leftmost was read: ${list(repeated)}.`,
      },
    });
  }
  if (missing.length > 0) {
    notices.push({
      sheet,
      words: { zh: `缺少必填的列:${list(missing)}。`, en: `Required columns missing: ${list(missing)}.` },
      grave: true,
    });
  }
  if (hiddenRows > 0) {
    notices.push({
      sheet,
      words: {
        zh: `有 ${hiddenRows} 行是隐藏的,也已读取。`,
        en: `${hiddenRows} rows are hidden; they were read as well.`,
      },
    });
  }
  return notices;
}
