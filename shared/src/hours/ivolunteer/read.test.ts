import { describe, expect, it } from 'vitest';
import type { CellValue, SheetRow, SheetRows } from '../../workbook/cell';
import { findTable, skippedAs } from './find-table';
import { idFinding } from './id-finding';
import { headingsKey, type IvolunteerMapping, suggestColumns, suggestUnit } from './mapping';
import { readDuration } from './read-duration';
import { rowReader } from './read-row';

const rowsOf = (...rows: CellValue[][]): SheetRow[] => rows.map((cells, at) => ({ row: at + 1, cells }));
const sheet = (...rows: CellValue[][]): SheetRows => ({ sheet: '导出', rows: rowsOf(...rows) });
const never = () => false;

describe('the headings of an export', () => {
  it('are one row below titles', () => {
    const table = findTable(
      [
        sheet(
          ['广东志愿服务时数导出表'],
          ['导出时间:2022-11-16'],
          ['序号', '活动编号', '姓名', '证件号码', '服务时长(小时)'],
          [1, 'HD1', '张三', 'x', 2],
        ),
      ],
      never,
    );
    expect(table?.headings).toEqual(['序号', '活动编号', '姓名', '证件号码', '服务时长(小时)']);
    expect(table?.rows.map(({ row }) => row)).toEqual([4]);
  });

  const merged = [
    '序号',
    '活动信息/编号',
    '活动信息/名称',
    '志愿者信息/姓名',
    '志愿者信息/证件号码',
    '服务时间/开始',
    '服务时间/结束',
    '时长',
  ];

  it('are two rows with merged cells in a file of text, where only the first is kept', () => {
    const table = findTable(
      [
        sheet(
          ['时数表'],
          ['序号', '活动信息', null, '志愿者信息', null, '服务时间', null, '时长'],
          [null, '编号', '名称', '姓名', '证件号码', '开始', '结束'],
          [1, 'HD1', '讲座', '张三', 'x', '2022-11-10 09:00', '11:00', 2],
        ),
      ],
      never,
    );
    expect(table?.headings).toEqual(merged);
    expect(table?.rows).toHaveLength(1);
  });

  it('are two rows with merged cells in a workbook, where each is repeated', () => {
    const table = findTable(
      [
        sheet(
          ['序号', '活动信息', '活动信息', '志愿者信息', '志愿者信息', '服务时间', '服务时间', '时长'],
          ['序号', '编号', '名称', '姓名', '证件号码', '开始', '结束', '时长'],
          [1, 'HD1', '讲座', '张三', 'x', '2022-11-10 09:00', '11:00', 2],
        ),
      ],
      never,
    );
    expect(table?.headings).toEqual(merged);
  });

  it('of other words are found again by their key', () => {
    const odd = ['甲', '乙', '丙'];
    const rows = sheet(['标题'], odd, ['1', '2', '3']);
    expect(findTable([rows], never)).toBeNull();
    expect(findTable([rows], (key) => key === headingsKey(['丙', '乙', '甲']))?.headings).toEqual(odd);
  });

  it('are looked for in every sheet that is shown', () => {
    const good = { ...sheet(['姓名', '证件号码', '活动编号']), sheet: '二' };
    expect(findTable([sheet(['说明']), { ...good, sheet: '藏', hidden: true }, good], never)?.sheet).toBe(
      '二',
    );
  });
});

describe('a row that is no record', () => {
  const headings = ['序号', '志愿者信息/姓名', '志愿者信息/证件号码', '时长'];
  it.each<[CellValue[], string | null]>([
    [['序号', '姓名', '证件号码', '时长'], 'heading'],
    [['合计', null, null, 120], 'total'],
    [['总计:', null, null, '12.5'], 'total'],
    [['制表人:李四'], 'remark'],
    [[1, '张三', '4401', 2], null],
    [[null, '张三', null, 2], null],
  ])('%j', (cells, why) => {
    expect(skippedAs({ row: 9, cells }, headings)?.why ?? null).toBe(why);
  });
});

describe('the columns are read by their words', () => {
  it.each<[string[], object]>([
    [
      ['活动ID', '活动标题', '志愿者姓名', '身份证号', '签到时间', '签退时间', '服务时数'],
      {
        activityNumber: ['活动ID'],
        activityTitle: ['活动标题'],
        personName: ['志愿者姓名'],
        idNumber: ['身份证号'],
        startsAt: ['签到时间'],
        endsAt: ['签退时间'],
        minutes: ['服务时数'],
      },
    ],
    [['活动开始时间', '活动结束时间', '签到', '签退'], { startsAt: ['签到'], endsAt: ['签退'] }],
    [
      ['证件类型', '证件号码', '志愿者编号', '项目编号', '所属团体', '服务日期', '录入时间'],
      {
        idNumber: ['证件号码'],
        memberNumber: ['志愿者编号'],
        activityNumber: ['项目编号'],
        organization: ['所属团体'],
        day: ['服务日期'],
        enteredAt: ['录入时间'],
      },
    ],
    [['序号', '备注', '手机号码'], {}],
  ])('%j', (headings, columns) => {
    expect(suggestColumns(headings)).toEqual(columns);
  });

  it.each([
    ['服务时长(小时)', ['90'], 'hours'],
    ['服务时长(分钟)', ['2'], 'minutes'],
    ['服务时数', ['90'], 'hours'],
    ['服务时长', ['2', '1.5', '24'], 'hours'],
    ['服务时长', ['2', '25'], 'minutes'],
    ['服务时长', [], 'hours'],
  ])('%s with %j is in %s', (heading, values, unit) => {
    expect(suggestUnit(heading, values)).toBe(unit);
  });
});

describe('a duration', () => {
  it.each<[CellValue, 'hours' | 'minutes', number | string]>([
    [2.5, 'hours', 150],
    [1.33, 'hours', 80],
    ['2.5', 'hours', 150],
    ['2.5小时', 'minutes', 150],
    ['150分钟', 'hours', 150],
    ['2小时30分', 'minutes', 150],
    ['2:30', 'minutes', 150],
    ['02:30:00', 'hours', 150],
    [{ wall: '1899-12-30T02:30:00' }, 'hours', 150],
    ['１２０', 'minutes', 120],
    ['24', 'hours', 1440],
    ['24.1', 'hours', 'tooManyMinutes'],
    ['1441', 'minutes', 'tooManyMinutes'],
    [0, 'hours', 'negativeMinutes'],
    ['-2', 'hours', 'negativeMinutes'],
    ['两小时', 'hours', 'unreadableMinutes'],
    ['#VALUE!', 'hours', 'unreadableMinutes'],
  ])('%j in %s', (cell, unit, expected) => {
    const read = readDuration(cell, unit);
    expect(read.ok ? read.minutes : read.code).toBe(expected);
  });
});

const HEADINGS = ['编号', '姓名', '证件', '日期', '开始', '结束', '时长'];
const MAPPING: IvolunteerMapping = {
  columns: {
    activityNumber: ['编号'],
    personName: ['姓名'],
    idNumber: ['证件'],
    day: ['日期'],
    startsAt: ['开始'],
    endsAt: ['结束'],
    minutes: ['时长'],
  },
  dateOrder: 'ymd',
  durationUnit: 'hours',
};
const read = (cells: CellValue[], mapping = MAPPING) =>
  rowReader({ sheet: '', headings: HEADINGS, rows: [], date1904: false }, mapping)({ row: 7, cells });
const NINE = '2022-11-10T01:00:00.000Z';
const ELEVEN = '2022-11-10T03:00:00.000Z';

describe('a row', () => {
  const rows: [why: string, cells: CellValue[], expected: object, findings: string[]][] = [
    [
      'whole moments',
      ['HD 1', '张 三', '', null, '2022-11-10 09:00', '2022/11/10 11:00', 2],
      {
        activityNumber: 'HD1',
        personName: '张三',
        startsAt: NINE,
        endsAt: ELEVEN,
        day: '2022-11-10',
        minutes: 120,
      },
      [],
    ],
    [
      'a day with times of its own',
      ['', '', '', '2022.11.10', '9:00', '11:00', null],
      { startsAt: NINE, endsAt: ELEVEN, minutes: 120 },
      [],
    ],
    [
      'cells of a workbook',
      [
        '',
        '',
        '',
        { wall: '2022-11-10T00:00:00' },
        { wall: '1899-12-30T09:00:00' },
        { wall: '1899-12-30T11:00:00' },
        null,
      ],
      { startsAt: NINE, endsAt: ELEVEN, minutes: 120 },
      [],
    ],
    [
      'a day alone',
      ['', '', '', '2022年11月10日', '', '', '2'],
      { startsAt: null, endsAt: null, day: '2022-11-10', minutes: 120 },
      [],
    ],
    [
      'a start that is a day alone',
      ['', '', '', '', '2022-11-10', '', '2'],
      { startsAt: null, day: '2022-11-10', minutes: 120 },
      [],
    ],
    ['no time at all', ['', '', '', '', '', '', 2], { day: null, minutes: 120 }, ['noDay']],
    ['a start that is none', ['', '', '', '', '13月40日', '', 2], { day: null }, ['unreadableStart']],
    ['a start without its year', ['', '', '', '', '11-10 09:00', '', 2], { day: null }, ['unreadableStart']],
    [
      'an end before the start',
      ['', '', '', '2022-11-10', '11:00', '9:00', 2],
      { startsAt: ELEVEN, endsAt: null, minutes: null },
      ['endBeforeStart'],
    ],
    [
      'neither end nor duration',
      ['', '', '', '2022-11-10', '9:00', '', ''],
      { minutes: null },
      ['noMinutes'],
    ],
    [
      'an end that is none',
      ['', '', '', '2022-11-10', '9:00', '??', ''],
      { minutes: null },
      ['unreadableEnd'],
    ],
    [
      'a negative duration',
      ['', '', '', '2022-11-10', '9:00', '11:00', -2],
      { endsAt: ELEVEN, minutes: null },
      ['negativeMinutes'],
    ],
  ];

  it.each(rows)('with %s', (_, cells, expected, findings) => {
    const row = read(cells);
    expect(row).toMatchObject(expected);
    expect(row.findings.map(({ code }) => code)).toEqual(findings);
  });

  it.each([
    ['dmy', '2022-11-10T01:00:00.000Z'],
    ['mdy', '2022-10-11T01:00:00.000Z'],
  ] as const)('takes 10/11/2022 as %s', (dateOrder, startsAt) => {
    const cells = ['', '', '', '', '10/11/2022 09:00', '', 1];
    expect(read(cells, { ...MAPPING, dateOrder }).startsAt).toBe(startsAt);
  });

  it('puts a day and a time of two columns together where the mapping says so', () => {
    const mapping = { ...MAPPING, columns: { ...MAPPING.columns, day: [], startsAt: ['日期', '开始'] } };
    expect(read(['', '', '', '2022-11-10', '9:00', '11:00', null], mapping)).toMatchObject({
      startsAt: NINE,
      endsAt: ELEVEN,
    });
  });
});

describe('why a number finds nobody', () => {
  it.each([
    ['张三', '11010519491231002X', null, ''],
    ['张三', '1101**********002X', null, ''],
    ['', '1101**********002X', 'noName', ''],
    ['张三', '', 'noId', ''],
    ['张三', '110105194912310021', 'idCheckDigit', '1101**********0021'],
    ['张三', '11010519490229002X', 'idBirthday', '1101**********002X'],
    ['张三', '1101051949123100', 'idLength', '1101********3100'],
    ['张三', 'H12345678', 'otherDocument', 'H1*****78'],
  ])('%s %s: %s', (name, number, code, found) => {
    const finding = idFinding(read(['', name, number, '2022-11-10', '', '', 1]));
    expect(finding?.code ?? null).toBe(code);
    if (finding) expect(finding.found).toBe(found);
  });
});
