import { VENUE_KINDS } from '@jiedui/shared/activity';
import type { AnySheet, Column } from '@jiedui/shared/workbook';
import { optionsFrom } from '@jiedui/shared/workbook';
import type ExcelJS from '@protobi/exceljs';

const HEADING = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDCE6F1' } } as const;
const REQUIRED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFCE4D6' } } as const;
const ROWS_WITH_LISTS = 2000;

export type VenueWords = readonly { code: string; words: { zh: string; en: string } }[];

/** Adds a sheet with the template's headings: required ones marked, each with its help, options as a list. */
export function addSheet(
  workbook: ExcelJS.Workbook,
  definition: AnySheet,
  venueKinds: VenueWords = VENUE_KINDS,
): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(sheetName(definition.sheet), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  definition.columns.forEach((column, index) => {
    const cell = sheet.getCell(1, index + 1);
    cell.value = column.required ? `${column.header}*` : column.header;
    cell.font = { bold: true };
    cell.fill = column.required ? REQUIRED : HEADING;
    cell.alignment = { vertical: 'middle', wrapText: true };
    cell.note = `${column.required ? '必填。' : ''}${column.help}`;
    sheet.getColumn(index + 1).width = widthOf(column);
    sheet.getColumn(index + 1).numFmt = formatOf(column);
    addList(workbook, sheet, index + 1, optionsOf(column, venueKinds));
  });
  return sheet;
}

/** Excel takes 31 characters, and not all of them. */
const sheetName = (name: string) => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

const widthOf = (column: Column) =>
  ['relation', 'record', 'records'].includes(column.kind)
    ? 28
    : column.kind === 'text' && column.maxLength > 100
      ? 32
      : 16;

function formatOf({ kind }: Column): string {
  if (kind === 'date') return 'yyyy-mm-dd';
  if (kind === 'datetime') return 'yyyy-mm-dd hh:mm';
  // Text stays text: a telephone number keeps its zeros.
  return kind === 'text' ? '@' : 'General';
}

function optionsOf(column: Column, venueKinds: VenueWords): string[] {
  if (column.kind === 'boolean') return ['是', '否'];
  if (column.kind === 'enum') return column.options.map(({ words }) => words.zh);
  return column.kind === 'venueKind' ? optionsFrom(venueKinds).map(({ words }) => words.zh) : [];
}

const LISTS = '选项';

/** A list that is offered in the cells. It stands in a hidden sheet: Excel cuts written-out lists at 255 characters. */
function addList(
  workbook: ExcelJS.Workbook,
  sheet: ExcelJS.Worksheet,
  column: number,
  options: string[],
): void {
  if (options.length === 0) return;
  const lists = workbook.getWorksheet(LISTS) ?? workbook.addWorksheet(LISTS, { state: 'veryHidden' });
  const at = lists.columnCount + 1;
  options.forEach((option, index) => {
    lists.getCell(index + 1, at).value = option;
  });
  const letter = lists.getColumn(at).letter;
  for (let row = 2; row <= ROWS_WITH_LISTS; row++) {
    sheet.getCell(row, column).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`'${LISTS}'!$${letter}$1:$${letter}$${options.length}`],
      showErrorMessage: true,
      errorTitle: '不在可选范围内',
      error: '请从下拉列表中选择。',
    };
  }
}
