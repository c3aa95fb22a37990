import { describe, expect, it } from 'vitest';
import type { CellValue, SheetRows } from './cell';
import { planRows } from './plan';
import { carriedOut, errorsOf, plan, record, rowsOf, sheet } from './test-builders';

const UNITS = ['单位名称', '别名', '单位类别'];
const SITES = ['阵地名称', '级别', '上级阵地', '所属镇'];
const PAIRS = ['单位', '阵地', '单位联系人', '阵地联系人'];
const ACTS = ['活动名称', '类别', '单位', '阵地', '开始时间', '结束时间'];

const DISTRICT: SheetRows[] = [
  sheet('单位', UNITS, ['教育中心', '教中心、教育局', '区重点单位'], ['第一小学', null, '学校']),
  sheet('阵地', SITES, ['甲站', '站', '甲所', '甲镇'], ['甲所', '所', null, '甲镇']),
  sheet('结对', PAIRS, ['教育局', '甲站', '张三', '李四']),
  sheet('活动', ACTS, ['手机课堂', '8.智慧助老', '教育中心', '甲站', '2022-07-18 9:30', '11:00']),
];

const act = (...cells: CellValue[]) => sheet('活动', [...ACTS, '状态', '实到人数', '活动总结'], cells);
const KNOWN = {
  unit: [record('u1', { name: '教育中心', aliases: ['教育局'], values: { unitClass: 'key' } })],
  town: [record('t1', { name: '甲镇' })],
  station: [
    record('s1', { name: '甲站', values: { level: 'station', town: 't1' } }),
    record('s0', { name: '中心', values: { level: 'center', town: null } }),
  ],
};

describe('a first import', () => {
  const result = plan(DISTRICT);

  it('finds nothing wrong and everything new, with the town that a site names', () => {
    expect(errorsOf(result)).toEqual([]);
    expect(result.sheets.map(({ sheet: name, rows }) => [name, rows.map(({ kind }) => kind)])).toEqual([
      ['镇', ['new']],
      ['单位', ['new', 'new']],
      ['阵地', ['new', 'new']],
      ['结对', ['new']],
      ['活动', ['new']],
    ]);
  });

  it('refers to records of the same workbook by their keys, also upwards and by alias', () => {
    const [site, institute] = rowsOf(result, '阵地');
    const [pairing] = rowsOf(result, '结对');
    const [unit] = rowsOf(result, '单位');
    const [town] = rowsOf(result, '镇');
    expect(site?.values.parent).toEqual({ key: institute?.key });
    expect(site?.values.town).toEqual({ key: town?.key });
    expect(pairing?.values.unit).toEqual({ key: unit?.key });
    expect(rowsOf(result, '活动')[0]?.values).toMatchObject({
      category: { documentId: 'c8' },
      pairing: { key: pairing?.key },
      startsAt: '2022-07-18T01:30:00.000Z',
      endsAt: '2022-07-18T03:00:00.000Z',
      day: '2022-07-18',
      month: '2022-07',
      state: 'planned',
      routine: false,
      expectedPeople: null,
    });
  });

  it('gives every row a key of its own', () => {
    const keys = result.sheets.flatMap(({ rows }) => rows.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('changes nothing when it comes again', () => {
    const again = plan(DISTRICT, carriedOut(result));
    const kinds = again.sheets.flatMap(({ rows }) => rows.map(({ kind }) => kind));
    expect(kinds).toEqual(Array(6).fill('unchanged'));
  });

  it('does not depend on the order of the sheets', () => {
    expect(errorsOf(plan([...DISTRICT].reverse()))).toEqual([]);
  });
});

describe('what is found wrong', () => {
  it.each<[string, SheetRows[], string[]]>([
    ['unknown class', [sheet('单位', UNITS, ['甲', null, '企业'])], ['单位 2 单位类别 NOT_AN_OPTION']],
    ['required cell blank', [sheet('单位', UNITS, ['甲', null, ' '])], ['单位 2 单位类别 REQUIRED']],
    [
      'required column absent',
      [sheet('单位', ['单位名称', '备注'], ['甲', 'x'])],
      ['单位 2 单位类别 REQUIRED'],
    ],
    ['name too long', [sheet('单位', UNITS, ['甲'.repeat(121), null, '学校'])], ['单位 2 单位名称 TOO_LONG']],
    [
      'one record twice, said differently',
      [sheet('单位', UNITS, ['甲', null, '学校'], ['甲', null, '重点单位'])],
      ['单位 2 单位名称 DUPLICATE', '单位 3 单位名称 DUPLICATE'],
    ],
    [
      'one alias for two units',
      [sheet('单位', UNITS, ['甲', '丙', '学校'], ['乙', '丙', '学校'])],
      ['单位 2 别名 DUPLICATE', '单位 3 别名 DUPLICATE'],
    ],
    [
      'an alias that is the name of an existing unit',
      [sheet('单位', UNITS, ['乙', '教育中心', '学校'])],
      ['单位 2 别名 DUPLICATE'],
    ],
    [
      'unknown unit',
      [sheet('结对', PAIRS, ['无名单位', '甲站', '张', '李'])],
      ['结对 2 单位 UNKNOWN_RELATION'],
    ],
    ['no contact', [sheet('结对', PAIRS, ['教育局', '甲站', null, '李'])], ['结对 2 单位联系人 REQUIRED']],
    [
      'pairing with the centre',
      [sheet('结对', PAIRS, ['教育局', '中心', '张', '李'])],
      ['结对 2 阵地 NOT_AN_OPTION'],
    ],
    ['site without a town', [sheet('阵地', SITES, ['乙站', '站', null, null])], ['阵地 2 所属镇 REQUIRED']],
    [
      'unknown parent',
      [sheet('阵地', SITES, ['乙站', '站', '某所', '甲镇'])],
      ['阵地 2 上级阵地 UNKNOWN_RELATION'],
    ],
    [
      'parent of the same level',
      [sheet('阵地', SITES, ['乙站', '站', '甲站', '甲镇'])],
      ['阵地 2 上级阵地 NOT_AN_OPTION'],
    ],
    [
      'parent that is wrong itself',
      [sheet('阵地', SITES, ['乙站', '站', '乙所', '甲镇'], ['乙所', '所', '某中心', '甲镇'])],
      ['阵地 2 上级阵地 UNKNOWN_RELATION', '阵地 3 上级阵地 UNKNOWN_RELATION'],
    ],
    [
      'unit that is wrong itself',
      [sheet('单位', UNITS, ['乙', null, '企业']), sheet('结对', PAIRS, ['乙', '甲站', '张', '李'])],
      ['单位 2 单位类别 NOT_AN_OPTION', '结对 2 单位 UNKNOWN_RELATION'],
    ],
    [
      'unknown category',
      [act('a', '唱歌', '教育局', '甲站', '2022-07-18 9:00', '10:00')],
      ['活动 2 类别 UNKNOWN_RELATION'],
    ],
    [
      'day without year',
      [act('a', '创文巩卫', '教育局', '甲站', '7月18日9:00', '10:00')],
      ['活动 2 开始时间 WRONG_TYPE'],
    ],
    [
      'a formula that shows an error',
      [sheet('单位', UNITS, ['#REF!', null, '学校'])],
      ['单位 2 单位名称 WRONG_TYPE'],
    ],
    ['a number for a name', [sheet('单位', UNITS, [44743, null, '学校'])], ['单位 2 单位名称 WRONG_TYPE']],
    [
      'a formula without its result, where nothing is required',
      [sheet('单位', UNITS, ['甲', '=VLOOKUP(A1,B:B,1)', '学校'])],
      ['单位 2 别名 WRONG_TYPE'],
    ],
    [
      'end not after start',
      [act('a', '创文巩卫', '教育局', '甲站', '2022-07-18 9:00', '9:00')],
      ['活动 2 结束时间 ENDS_BEFORE_START'],
    ],
    [
      'state of no import',
      [act('a', '创文巩卫', '教育局', '甲站', '2022-07-18 9:00', '10:00', '已退回')],
      ['活动 2 状态 NOT_AN_OPTION'],
    ],
    [
      'verified without figures',
      [act('a', '创文巩卫', '教育局', '甲站', '2022-07-18 9:00', '10:00', '已核实')],
      ['活动 2 实到人数 REQUIRED', '活动 2 活动总结 REQUIRED'],
    ],
    [
      'held tomorrow',
      [act('a', '创文巩卫', '教育局', '甲站', '2022-11-17 9:00', '10:00', '已开展')],
      ['活动 2 状态 OUT_OF_RANGE'],
    ],
    [
      'account of a unit without its unit',
      [sheet('人员', ['账号', '姓名', '角色'], ['zhang', '张三', '结对单位'])],
      ['人员 2 所属单位 REQUIRED'],
    ],
    [
      'account with a space',
      [sheet('人员', ['账号', '姓名', '角色'], ['zhang san', '张三', '测评员'])],
      ['人员 2 账号 WRONG_TYPE'],
    ],
  ])('%s', (_, sheets, errors) => {
    expect(errorsOf(plan(sheets, KNOWN))).toEqual(errors);
  });

  it.each<[string, SheetRows]>([
    ['held today', act('a', '创文巩卫', '教育局', '甲站', '2022-11-16 9:00', '10:00', '已开展')],
    ['planned tomorrow', act('a', '创文巩卫', '教育局', '甲站', '2022-11-17 9:00', '10:00', '计划中')],
    [
      'verified with figures',
      act('a', '创文巩卫', '教育局', '甲站', '2022-07-18 9:00', '10:00', '已核实', 0, '好'),
    ],
    ['an evaluator belongs to nothing', sheet('人员', ['账号', '姓名', '角色'], ['zhang', '张三', '测评员'])],
    ['the centre needs no town', sheet('阵地', SITES, ['区中心', '中心', null, null])],
  ])('right: %s', (_, one) => {
    expect(errorsOf(plan([one], KNOWN))).toEqual([]);
  });

  it('says what was found, what is expected and which names are near', () => {
    const [row] = rowsOf(plan([sheet('结对', PAIRS, ['教育发展中心', '甲站', '张', '李'])], KNOWN), '结对');
    expect(row?.errors).toEqual([
      expect.objectContaining({ sheet: '结对', row: 2, column: '单位', found: '教育发展中心' }),
    ]);
    expect(row?.errors[0]?.expected.zh).toContain('教育中心');
    expect(row?.cells).toMatchObject({ 单位: '教育发展中心', 单位联系人: '张' });
  });
});

describe('names', () => {
  it('two existing units with one alias: the alias is refused with both names', () => {
    const unit = [
      record('u1', { name: '甲', aliases: ['局'] }),
      record('u2', { name: '乙', aliases: ['局'] }),
    ];
    const result = plan([sheet('结对', PAIRS, ['局', '甲站', '张', '李'])], { ...KNOWN, unit });
    expect(errorsOf(result)).toEqual(['结对 2 单位 UNKNOWN_RELATION']);
    expect(rowsOf(result, '结对')[0]?.errors[0]?.expected.zh).toContain('甲、乙');
  });

  it('a site of the same name in another town is another site, and the town tells them apart', () => {
    const sites = sheet('阵地', SITES, ['东站', '站', null, '甲镇'], ['东站', '站', null, '乙镇']);
    const without = plan([sites, sheet('结对', PAIRS, ['教育局', '东站', '张', '李'])], KNOWN);
    expect(errorsOf(without)).toEqual(['结对 2 阵地 UNKNOWN_RELATION']);
    const hinted = sheet('结对', [...PAIRS, '所属镇'], ['教育局', '东站', '张', '李', '乙镇']);
    const [pairing] = rowsOf(plan([sites, hinted], KNOWN), '结对');
    expect(pairing?.values.station).toEqual({ key: 'station:town:乙镇/东站' });
    expect(pairing?.values).not.toHaveProperty('townHint');
  });

  it('a unit found by its alias keeps its name and the alias', () => {
    const [row] = rowsOf(plan([sheet('单位', UNITS, ['教育局', '教中心', '学校'])], KNOWN), '单位');
    expect(row?.changes).toEqual({
      aliases: [null, ['教中心', '教育局']],
      unitClass: ['key', 'school'],
    });
  });

  it('the same row twice is taken once', () => {
    const rows = rowsOf(plan([sheet('单位', UNITS, ['甲', null, '学校'], ['甲 ', '丁', '学校'])]), '单位');
    expect(rows.map(({ kind }) => kind)).toEqual(['new', 'unchanged']);
    expect(rows[0]?.values.aliases).toEqual(['丁']);
    expect(rows[1]?.notes[0]?.zh).toContain('第 2 行');
  });
});

describe('an existing record', () => {
  const held = record('a1', {
    name: '课堂',
    rev: 3,
    values: {
      title: '课堂',
      unit: 'u1',
      station: 's1',
      category: 'c1',
      startsAt: '2022-07-18T01:00:00.000Z',
      endsAt: '2022-07-18T02:00:00.000Z',
      state: 'held',
      actualPeople: 10,
    },
  });
  const row = (state: string, people: CellValue, over: CellValue = '10:00') =>
    act('课堂', '创文巩卫', '教育局', '甲站', '2022-07-18 9:00', over, state, people);
  const only = (one: SheetRows, activity = held) =>
    rowsOf(plan([one], { ...KNOWN, activity: [activity] }), '活动')[0];

  it('carries its revision and only the changed fields', () => {
    expect(only(row('已开展', 12))).toMatchObject({
      kind: 'changed',
      documentId: 'a1',
      rev: 3,
      values: { actualPeople: 12 },
      changes: { actualPeople: [10, 12] },
    });
  });
  it('a blank cell leaves its field', () => {
    expect(only(row('已开展', null))?.kind).toBe('unchanged');
  });
  it('its state is not moved by a workbook', () => {
    const planned = only(row('计划中', 10));
    expect(planned?.kind).toBe('unchanged');
    expect(planned?.notes).toHaveLength(1);
  });
  it('cannot be changed in a state that is not editable', () => {
    const verified = { ...held, values: { ...held.values, state: 'verified' } };
    expect(only(row('已开展', 12), verified)?.errors[0]).toMatchObject({
      code: 'STATE_LOCKED',
      column: '实到人数',
    });
    expect(only(row('已开展', 10), verified)?.kind).toBe('unchanged');
  });
});

describe('headings', () => {
  it('stand below title rows, under other words, in any order', () => {
    const rows: CellValue[][] = [
      ['高新区结对共建单位名单', '高新区结对共建单位名单', null],
      [null, null, null],
      ['单位类型*', ' 单位 全称 ', '序号'],
      ['学校', '第一小学', 1],
      [null, null, null],
      ['学校', '第二小学', 2],
    ];
    const result = plan([{ sheet: 'Sheet1', rows: rows.map((cells, index) => ({ row: index + 1, cells })) }]);
    expect(rowsOf(result, 'Sheet1').map(({ row, label }) => [row, label])).toEqual([
      [4, '第一小学'],
      [6, '第二小学'],
    ]);
    expect(result.notices).toEqual([]);
  });

  it('an unknown sheet and an unknown column are named, 说明 and 错误说明 are not', () => {
    const result = plan([
      sheet('通讯录', ['楼层', '房号'], ['1', '2']),
      sheet('说明', ['怎样填写'], ['……']),
      sheet('单位', [...UNITS, '错误说明', '邮编'], ['甲', null, '学校', '旧错误', '5']),
    ]);
    expect(result.notices.map(({ sheet: at, words }) => `${at}:${words.zh}`)).toEqual([
      expect.stringContaining('通讯录:没有读取此表'),
      '单位:没有读取这些列:邮编。',
    ]);
    expect(errorsOf(result)).toEqual([]);
  });

  it.each<[string, SheetRows, string | null, boolean]>([
    [
      'missing',
      sheet('单位', ['第一小学', '学校'], ['第二小学', '学校']),
      '没有找到表头,应有一行写着:单位名称、单位类别',
      true,
    ],
    ['incomplete', sheet('单位', UNITS.slice(0, 2), ['甲', null]), '缺少必填的列:单位类别', true],
    [
      'twice',
      sheet('单位', [...UNITS, '单位类型'], ['甲', null, '学校', '企业']),
      '只读取最左边的一列:单位类型',
      false,
    ],
    ['hidden', { sheet: '旧表', rows: [], hidden: true }, '此表是隐藏的,没有读取', false],
    [
      'partly hidden',
      { ...sheet('单位', UNITS, ['甲', null, '学校']), hiddenRows: 1 },
      '有 1 行是隐藏的,也已读取',
      false,
    ],
    ['of an empty workbook', { sheet: 'Sheet1', rows: [] }, '工作簿中没有填写任何内容', true],
    ['as they should be', sheet('单位', UNITS, ['甲', null, '学校']), null, false],
  ])('%s: told as a notice', (_, one, says, grave) => {
    const { notices } = plan([one]);
    expect(notices.map(({ words }) => words.zh)).toEqual(
      says === null ? [] : [expect.stringContaining(says)],
    );
    expect(notices.some((notice) => notice.grave)).toBe(grave);
  });

  it('hours in the heading are hours', () => {
    const one = sheet(
      '活动',
      [...ACTS, '服务时长（小时）'],
      ['a', '创文巩卫', '教育局', '甲站', '2022-07-18 9:00', '10:00', 1.5],
    );
    expect(rowsOf(plan([one], KNOWN), '活动')[0]?.values.serviceMinutes).toBe(90);
  });
});

describe('what an error says', () => {
  const expectedOf = (result: ReturnType<typeof plan>) =>
    result.sheets
      .flatMap(({ rows }) => rows)
      .flatMap(({ errors }) => errors.map(({ expected }) => expected.zh));

  it('before the plan is loaded: load it', () => {
    const result = plan([act('a', '创文巩卫', '教育局', '甲站', '2022-07-18 9:00', '10:00')], {
      ...KNOWN,
      category: [],
    });
    expect(expectedOf(result)).toEqual([expect.stringContaining('请先在“工作方案”中点“载入方案”')]);
  });

  it('names all when there are few, else those that are near', () => {
    const one = (count: number) => {
      const unit = Array.from({ length: count }, (_, index) =>
        record(`u${index}`, { name: `第${index}小学` }),
      );
      return expectedOf(plan([sheet('结对', PAIRS, ['税务局', '甲站', '张', '李'])], { ...KNOWN, unit }))[0];
    };
    expect(one(3)).toContain('如:第0小学、第1小学、第2小学');
    expect(one(14)).not.toContain('如');
  });

  it('quotes no more of a long cell than is needed to find it', () => {
    const result = plan([sheet('单位', UNITS, ['长'.repeat(121), null, '学校'])]);
    expect(rowsOf(result, '单位')[0]?.errors[0]?.found).toBe(`${'长'.repeat(80)}…`);
  });
});

it('a telephone number may be full width, on two lines or a number', () => {
  const phones = ['０７５５－１２３４５６７８', '13800000000\n13900000000', 13_800_000_000];
  expect(
    phones.map(
      (phone) =>
        rowsOf(
          plan([sheet('结对', [...PAIRS, '单位联系电话'], ['教育局', '甲站', '张', '李', phone])], KNOWN),
          '结对',
        )[0]?.values.unitContactPhone,
    ),
  ).toEqual(['0755-12345678', '13800000000 13900000000', '13800000000']);
});

it('reports progress and can be left at any time', () => {
  const rows = Array.from({ length: 1000 }, (_, index) => [`单位${index}`, null, '学校']);
  const work = planRows({
    sheets: [sheet('单位', UNITS, ...rows)],
    known: carriedOut(plan([])),
    today: '2022-11-16',
  });
  const reports = [...work];
  expect(reports.length).toBe(20);
  expect(reports.every(({ done, total }, index) => total === 2000 && done === (index + 1) * 100)).toBe(true);
});
