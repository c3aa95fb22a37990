import { rubricFromSheets } from '@jiedui/shared/rubric';
import ExcelJS from '@protobi/exceljs';
import { expect, it } from 'vitest';
import { rubricTemplate } from './rubric-workbook';
import { openWorkbook, visibleSheets } from './sheet-rows';

const read = (...rows: ExcelJS.CellValue[][]) => readSheet(rows);

async function readSheet(rows: ExcelJS.CellValue[][], change?: (sheet: ExcelJS.Worksheet) => void) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('测评表');
  for (const row of rows) sheet.addRow(row);
  change?.(sheet);
  return rubricFromSheets(visibleSheets(workbook), { name: '体系' });
}

const placesOf = (result: Awaited<ReturnType<typeof read>>) =>
  'errors' in result
    ? result.errors.map(({ sheet, row, column, code }) => `${sheet} ${row} ${column} ${code}`)
    : [];

const HEADINGS = ['一级指标', '编号', '二级指标', '类型', '满分'];

it('a rubric from another hand is read by the words that papers use, below a title', async () => {
  const result = await read(['2022 年测评体系', '区办公室'], HEADINGS, [
    '组织',
    'A1',
    '有方案',
    '打分',
    '１０分',
  ]);
  expect('rubric' in result && result.rubric.dimensions).toMatchObject([
    { name: '组织', indicators: [{ code: 'A1', name: '有方案', maxPoints: 10 }] },
  ]);
});

it('every wrong cell is named with its sheet', async () => {
  const result = await read(
    HEADINGS,
    ['组织', 'A1', '有方案', '打分', 10],
    [null, 'A1', '有专人', '打分', 10],
    [null, 'A2', { error: '#REF!' }, '抽签', -5],
  );
  expect(placesOf(result)).toEqual([
    '测评表 3 指标编码 duplicate',
    '测评表 4 类型 unknownKind',
    '测评表 4 分值 invalid',
    '测评表 4 指标 formula',
  ]);
});

it('what only the cells of a workbook show is told from what they hold', async () => {
  const result = await readSheet(
    [
      HEADINGS,
      ['组织', 'A1', '有方案', '打分', 10],
      [null, 'A2', '有专人', '打分', null],
      [null, new Date('2022-01-01'), '有场地', '打分', 10],
      [null, 'A4', '有经费', '打分', 0.1],
    ],
    (sheet) => {
      sheet.mergeCells('E2:E3');
      sheet.getCell('E5').numFmt = '0%';
    },
  );
  expect(placesOf(result)).toEqual([
    '测评表 3 分值 merged',
    '测评表 4 指标编码 date',
    '测评表 5 分值 percent',
  ]);
});

it('a hidden row is left out and named', async () => {
  const rows = [HEADINGS, ['组织', 'A1', '方案', '打分', 10], [null, 'A2', '旧', '打分', 10]];
  const result = await readSheet(rows, (sheet) => {
    sheet.getRow(3).hidden = true;
  });
  expect('notes' in result && result.notes.map(({ zh }) => zh)).toEqual(['隐藏的行没有采用:第 3 行。']);
});

it('a workbook without the headings is told which ones', async () => {
  expect(placesOf(await read(['甲', '乙']))).toEqual(['测评表 1 表头 missingColumn']);
});

it('the template can be uploaded and used as it is, and explains the kinds in words', async () => {
  const workbook = await openWorkbook(await rubricTemplate());
  const result = rubricFromSheets(visibleSheets(workbook), { name: '体系' });
  expect('findings' in result && result).toMatchObject({ findings: [], notes: [] });
  const guide = JSON.stringify(workbook.getWorksheet('说明')?.getSheetValues());
  expect(guide).toContain('"评分","不填"');
  expect(guide).not.toContain('[object');
});
