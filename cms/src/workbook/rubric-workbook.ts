import {
  columnOf,
  ITEM_KIND_WORDS,
  ITEM_KINDS,
  OPTION_NOTATION,
  type RowError,
  RUBRIC_COLUMNS,
  type RubricRead,
  type RubricRow,
  rubricFromRows,
  rubricPreset,
  rubricToRows,
  settingsOf,
} from '@jiedui/shared/rubric';
import { cellText, type SheetRows } from '@jiedui/shared/workbook';
import ExcelJS from '@protobi/exceljs';

const EXAMPLE = 'pointsWithBonus';
const SHEET = '测评体系';

/** A workbook of one row an indicator, filled with the rows of an example to be written over. */
export async function rubricTemplate(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(SHEET, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...RUBRIC_COLUMNS]).font = { bold: true };
  for (const { cells } of rubricToRows(rubricPreset(EXAMPLE))) {
    sheet.addRow(RUBRIC_COLUMNS.map((column) => cells[column] ?? null));
  }
  sheet.columns.forEach((column) => {
    column.width = 18;
  });
  const guide = workbook.addWorksheet('说明');
  guide.addRow(['一行一个指标。表中内容为示例,请改为本区的指标后上传;上传后成为草稿,启用前仍可修改。']);
  guide.addRow([
    '同一维度只需写在第一行;评价主体不填为全部;同一编码只能用一次。各评价主体的权重和等次在上传后设置。',
  ]);
  guide.addRow([]);
  guide.addRow(['类型', '选项的写法']).font = { bold: true };
  for (const kind of ITEM_KINDS) guide.addRow([ITEM_KIND_WORDS[kind].zh, OPTION_NOTATION[kind].zh]);
  guide.columns = [{ width: 16 }, { width: 90 }];
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Reads the first sheet that has headings of a rubric; the first row with two of them or more is the heading. */
export function rubricFromSheets(sheets: readonly SheetRows[], name: string): RubricRead {
  const settings = { ...settingsOf(rubricPreset(EXAMPLE)), name, example: false };
  for (const { sheet, rows } of sheets) {
    const at = rows.slice(0, 10).findIndex(({ cells }) => cells.filter(isHeading).length >= 2);
    const headings = rows[at]?.cells.map(cellText);
    if (!headings) continue;
    const read = rubricFromRows(
      rows.slice(at + 1).map(({ row, cells }) => toRow(row, cells, headings)),
      settings,
    );
    return 'errors' in read ? { errors: read.errors.map((error) => ({ ...error, sheet })) } : read;
  }
  return { errors: [noHeadings(sheets[0]?.sheet ?? SHEET)] };
}

const noHeadings = (sheet: string): RowError => ({
  sheet,
  row: 1,
  column: '表头',
  found: '',
  expected: {
    zh: `前 10 行中要有一行表头:${RUBRIC_COLUMNS.join('、')}`,
    en: `one of the first 10 rows with the headings ${RUBRIC_COLUMNS.join(', ')}`,
  },
  code: 'missingColumn',
});

const isHeading = (cell: SheetRows['rows'][number]['cells'][number]) => columnOf(cellText(cell)) !== null;

function toRow(
  row: number,
  cells: SheetRows['rows'][number]['cells'],
  headings: readonly string[],
): RubricRow {
  const entries = headings.flatMap((heading, index) => {
    const cell = cells[index] ?? null;
    const plain = typeof cell === 'number' || cell === null ? cell : cellText(cell);
    return heading === '' ? [] : [[heading, plain] as const];
  });
  return { row, cells: Object.fromEntries(entries) };
}
