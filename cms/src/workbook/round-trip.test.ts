import { type Known, type PlannedRow, planAll, SHEETS, type SheetRows } from '@jiedui/shared/workbook';
import ExcelJS from '@protobi/exceljs';
import { describe, expect, it } from 'vitest';
import { checkZip } from './check-zip';
import { LIMITS } from './limits';
import { refusedWorkbook } from './refused';
import { openWorkbook, visibleSheets } from './sheet-rows';
import { importTemplate } from './template';

const KNOWN: Known = {
  town: [],
  department: [],
  category: [{ documentId: 'c1', rev: 1, name: '创文巩卫', values: {} }],
  unit: [],
  station: [],
  pairing: [],
  staff: [],
  activity: [],
};

const bytes = async (workbook: ExcelJS.Workbook) => Buffer.from(await workbook.xlsx.writeBuffer());

async function read(file: Buffer): Promise<SheetRows[]> {
  checkZip(file);
  return visibleSheets(await openWorkbook(file));
}

const plan = (sheets: SheetRows[]) => planAll({ sheets, known: KNOWN, today: '2022-11-16' });
const rowsOf = (sheets: SheetRows[]): PlannedRow[] => plan(sheets).sheets.flatMap(({ rows }) => rows);
const wrongOf = (rows: PlannedRow[]) =>
  rows
    .flatMap(({ errors }) => errors)
    .map(({ sheet, row, column, code }) => `${sheet} ${row} ${column} ${code}`);

/** A workbook as it comes from another hand: titles, merged cells, blank rows, mixed notations and real faults. */
function foreignWorkbook(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  const units = workbook.addWorksheet('结对单位名单');
  units.addRow(['高新区结对共建单位名单']);
  units.mergeCells('A1:D1');
  units.addRow(['单位类型', '单位全称', '简称', '负责人']);
  units.addRow(['学校', '第 一　小学', '一小', { richText: [{ text: '张' }, { text: '　三' }] }]);
  units.addRow([null, '第二小学', '二小', '李四']);
  units.mergeCells('A3:A4');
  units.addRow([]);
  units.addRow(['企业', '某某公司', null, null]);
  units.addRow(['重点单位', '医院', '一小', null]);
  units.addRow(['以上名单由区办公室提供']);
  units.mergeCells('A8:D8');

  const sites = workbook.addWorksheet('阵地');
  sites.addRow(['阵地名称', '级别', '上级阵地', '所属镇']);
  sites.addRow(['甲站', '站', '甲镇所', '甲镇']);
  sites.addRow(['甲镇所', '所', null, '甲镇']);

  const pairings = workbook.addWorksheet('结对');
  pairings.addRow(['单位', '阵地', '单位联系人', '阵地联系人', '结对日期']);
  pairings.addRow(['第二小学', '甲站', '王五', { text: '赵六', hyperlink: 'mailto:a@example.org' }, 44743]);
  pairings.addRow(['第三小学', '甲站', '王五', '赵六', '2022.7.1']);

  const activities = workbook.addWorksheet('活动');
  activities.addRow([
    '活动名称',
    '类别',
    '单位',
    '阵地',
    '开始时间',
    '结束时间',
    '预计人数',
    '服务时长（小时）',
  ]);
  const rest = ['创文巩卫', '第二小学', '甲站'];
  activities.addRow(['文本日期', ...rest, '２０２２年７月１８日上午９：３０', '11点', '１２０人', 1.5]);
  activities.addRow(['序列号', ...rest, 44760.3958333333, 44760.4583333333, '1,200', 2]);
  const dated = activities.addRow([
    '日期单元格',
    ...rest,
    new Date('2022-07-20T09:30:00Z'),
    '11:00',
    { formula: '6*7', result: 42 },
  ]);
  dated.getCell(5).numFmt = 'yyyy-mm-dd hh:mm';
  activities.addRow(['没有年份', ...rest, '7月18日9:30', '2022-07-18 11:00', 10, 0.5]);
  return workbook;
}

describe('a workbook from another hand', () => {
  it('is read and refused row by row, each fault at its cell', async () => {
    const rows = rowsOf(await read(await bytes(foreignWorkbook())));
    expect(wrongOf(rows)).toEqual([
      '结对单位名单 3 简称 DUPLICATE',
      '结对单位名单 6 单位类型 NOT_AN_OPTION',
      '结对单位名单 7 简称 DUPLICATE',
      '结对 3 单位 UNKNOWN_RELATION',
      '活动 5 开始时间 WRONG_TYPE',
    ]);
    expect(rows.filter(({ kind }) => kind === 'new').map(({ label }) => label)).toEqual([
      '甲镇',
      '第二小学',
      '甲站',
      '甲镇所',
      '第二小学 — 甲站',
      '文本日期',
      '序列号',
      '日期单元格',
    ]);
    const [text, serial, cell] = rows.filter(
      ({ resource, kind }) => resource === 'activity' && kind === 'new',
    );
    expect(text?.values).toMatchObject({
      startsAt: '2022-07-18T01:30:00.000Z',
      endsAt: '2022-07-18T03:00:00.000Z',
      expectedPeople: 120,
      serviceMinutes: 90,
    });
    expect(serial?.values).toMatchObject({ startsAt: '2022-07-18T01:30:00.000Z', expectedPeople: 1200 });
    expect(cell?.values).toMatchObject({ startsAt: '2022-07-20T01:30:00.000Z', expectedPeople: 42 });
    const unit = rows.find(({ label }) => label === '第二小学');
    expect(unit?.values).toMatchObject({ unitClass: 'school', leader: '李四' });
  });

  it('its refused rows come back corrected', async () => {
    const wrong = rowsOf(await read(await bytes(foreignWorkbook()))).filter(({ kind }) => kind === 'wrong');
    const refused = await openWorkbook(await refusedWorkbook(wrong, SHEETS));
    const sheet = (name: string) => refused.getWorksheet(name) as ExcelJS.Worksheet;
    const column = (name: string, header: string) =>
      (sheet(name).getRow(1).values as string[]).findIndex(
        (value) => String(value).replace('*', '') === header,
      );
    expect(sheet('单位').rowCount).toBeGreaterThanOrEqual(4);
    expect(sheet('活动').getCell(2, column('活动', '服务时长')).value).toBe('0.5小时');
    const remark = String(sheet('结对').getCell(2, column('结对', '错误说明')).value);
    expect(remark).toContain('第三小学');
    expect(sheet('结对').getCell(2, column('结对', '单位')).fill).toMatchObject({ pattern: 'solid' });

    const uncorrected = rowsOf(await read(await bytes(refused))).filter(({ kind }) => kind === 'wrong');
    expect(uncorrected.length).toBeGreaterThanOrEqual(4);

    sheet('单位').getCell(3, column('单位', '单位类别')).value = '重点单位';
    sheet('单位').getCell(4, column('单位', '别名')).value = '院';
    sheet('结对').getCell(2, column('结对', '单位')).value = '一小';
    sheet('活动').getCell(2, column('活动', '单位')).value = '一小';
    sheet('活动').getCell(2, column('活动', '开始时间')).value = '2022-07-18 9:30';
    const site = { documentId: 's1', rev: 1, name: '甲站', values: { level: 'station', town: null } };
    const corrected = planAll({
      sheets: await read(await bytes(refused)),
      known: { ...KNOWN, station: [site] },
      today: '2022-11-16',
    });
    const rows = corrected.sheets.flatMap((one) => one.rows);
    expect(wrongOf(rows)).toEqual([]);
    expect(rows.map(({ kind }) => kind)).toEqual(Array(5).fill('new'));
    expect(rows.at(-1)?.values.serviceMinutes).toBe(30);
    expect(corrected.notices).toEqual([]);
  });
});

it('a formula without a result is refused where none was calculated, else blank', async () => {
  const found = async (result: string | undefined) => {
    const workbook = new ExcelJS.Workbook();
    const units = workbook.addWorksheet('单位');
    units.addRow(['单位名称', '别名', '单位类别', '负责领导']);
    units.addRow(['甲', { formula: 'IF(A9="","",A9)' }, '学校', { formula: 'D9', result }]);
    return rowsOf(await read(await bytes(workbook)));
  };
  const [refused] = await found(undefined);
  expect(refused?.errors.map(({ column }) => column)).toEqual(['别名', '负责领导']);
  expect(refused?.errors[0]?.found).toBe('=IF(A9="","",A9)');
  const [taken] = await found('张三');
  expect(taken?.values).toMatchObject({ name: '甲', aliases: [], leader: '张三' });
});

it('hidden sheets are left out and told, hidden rows are read, formulas by their results', async () => {
  const workbook = new ExcelJS.Workbook();
  const units = workbook.addWorksheet('单位');
  units.addRow(['单位名称', '别名', '单位类别']);
  units.addRow(['甲', null, '学校']);
  units.addRow(["'乙", { formula: 'B9', result: '乙校' }, '学校']).hidden = true;
  units.addRow([{ formula: 'B9', result: { error: '#REF!' } }, null, '学校']);
  workbook.addWorksheet('旧单位', { state: 'hidden' }).addRow(['单位名称', '单位类别']);
  const result = plan(await read(await bytes(workbook)));
  const rows = result.sheets.flatMap((one) => one.rows);
  expect(wrongOf(rows)).toEqual(['单位 4 单位名称 WRONG_TYPE']);
  expect(rows[1]?.values).toMatchObject({ name: '乙', aliases: ['乙校'] });
  expect(result.notices.map(({ sheet, words }) => `${sheet}:${words.zh}`)).toEqual([
    '单位:有 1 行是隐藏的,也已读取。',
    '旧单位:此表是隐藏的,没有读取。',
  ]);
});

it('the template as it is downloaded holds nothing to import and nothing to complain about', async () => {
  const result = plan(await read(await importTemplate()));
  expect(result.sheets.map(({ sheet, rows }) => [sheet, rows.length])).toEqual(
    ['单位', '阵地', '结对', '人员', '活动'].map((name) => [name, 0]),
  );
  expect(result.notices).toEqual([]);
});

describe('a file that is no sound workbook', () => {
  const codeOf = (file: Buffer, limits: Partial<Record<keyof typeof LIMITS, number>> = {}) => {
    try {
      checkZip(file, { ...LIMITS, ...limits });
      return 'accepted';
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };

  it('is refused', () => {
    expect(codeOf(Buffer.from('no zip at all, but long enough to look'))).toBe('FILE_UNREADABLE');
    expect(codeOf(Buffer.alloc(LIMITS.fileBytes + 1))).toBe('FILE_TOO_LARGE');
  });

  it('is refused when it unpacks to too much, has too many parts or merges too many cells', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('单位').mergeCells('A1:C2');
    const file = await bytes(workbook);
    expect(codeOf(file)).toBe('accepted');
    expect(codeOf(file, { mergedCells: 6 })).toBe('accepted');
    expect(codeOf(file, { mergedCells: 5 })).toBe('FILE_TOO_LARGE');
    expect(codeOf(file, { unpackedBytes: 1000 })).toBe('FILE_TOO_LARGE');
    expect(codeOf(file, { parts: 3 })).toBe('FILE_TOO_LARGE');
  });

  it('is refused when it is cut off', async () => {
    const file = await bytes(new ExcelJS.Workbook());
    expect(codeOf(file.subarray(0, file.length - 40))).toBe('FILE_UNREADABLE');
  });
});
