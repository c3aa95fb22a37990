import { describe, expect, it } from 'vitest';
import type { CellValue, SheetRow, SheetRows } from '../../workbook/cell';
import { rubricPreset } from '../presets';
import { rubricSchema } from '../schema';
import { rubricFromSheets, settingsOf } from '.';

type Line = CellValue[] | { cells: CellValue[]; more: Partial<SheetRow> };

const sheet = (name: string, ...lines: Line[]): SheetRows => ({
  sheet: name,
  rows: lines.map((line, at) =>
    Array.isArray(line) ? { row: at + 1, cells: line } : { row: at + 1, cells: line.cells, ...line.more },
  ),
});
const read = (...lines: Line[]) => rubricFromSheets([sheet('表', ...lines)], { name: '体系' });
const errorsOf = (result: ReturnType<typeof read>) =>
  'errors' in result ? result.errors.map(({ row, column, code }) => `${row} ${column} ${code}`) : [];
const notesOf = (result: ReturnType<typeof read>) =>
  'notes' in result ? result.notes.map(({ zh }) => zh) : null;
const rubricOf = (result: ReturnType<typeof read>) => ('rubric' in result ? result.rubric : null);
const indicatorsOf = (result: ReturnType<typeof read>) =>
  rubricOf(result)?.dimensions.flatMap(({ indicators }) => indicators) ?? null;

const HEAD = ['编码', '维度', '指标', '类型', '分值'];

describe('settings', () => {
  it('are those of a rubric begun blank', () => {
    const rubric = rubricOf(read(HEAD, ['A1', '组织', '方案', '评分', 1000]));
    const { dimensions: _, ...blank } = rubricSchema.parse({ name: '体系', dimensions: [] });
    expect(rubric && settingsOf(rubric)).toEqual(blank);
  });

  it.each([
    ['自评、镇评、区评、群众评价', rubricPreset('pointsWithBonus').sources, []],
    ['区评', [{ code: 'district', weight: 100 }], []],
    ['督查', [{ code: 'district', weight: 100 }], ['sourceJudgesNothing', 'unsourceable']],
  ])('judged by %s', (sources, weights, findings) => {
    const result = read([...HEAD, '评价主体'], ['A1', '组织', '方案', '评分', 100, sources]);
    expect(rubricOf(result)?.sources).toEqual(weights);
    const found = 'findings' in result ? result.findings.map(({ code }) => code).sort() : null;
    expect(found).toEqual(findings);
  });

  it.each([
    ['等次=合格', 'qualified', []],
    ['等次=qualified', 'qualified', []],
    ['等次=star1', 'star1', ['vetoBandUnknown']],
  ])('a veto with %s', (options, band, findings) => {
    const result = read(
      [...HEAD, '选项'],
      ['A1', '组织', '方案', '评分', 100],
      ['V', '组织', '事故', '一票否决', null, options],
    );
    expect(indicatorsOf(result)?.at(-1)?.item).toMatchObject({ kind: 'veto', band });
    expect('findings' in result && result.findings.map(({ code }) => code)).toEqual(findings);
  });
});

describe('a table from another hand', () => {
  it('is read by the words that papers use, below a title, and says what it leaves', () => {
    const result = read(
      ['2022 年考核细则'],
      ['序号', '一级指标', '二级指标', '三级指标', '类型', '分值（分）', '考核内容', '评分细则', '责任单位'],
      [1, '组织', '机制', '领导小组', '评分', '5分', '成立小组', '未成立不得分', '甲'],
      [2, null, null, '年度方案', '评分', '满分15', '制定方案', null, '甲'],
      { cells: [3, '组织', '队伍', '旧指标', '评分', 20], more: { hidden: true } },
      ['序号', '一级指标', '二级指标', '三级指标', '类型', '分值（分）', '考核内容', '评分细则', '责任单位'],
      [4, '活动', '集中周', '集中周', '评分', 80],
      ['合 计', null, null, null, null, 100],
      ['备注：加分不超过 10 分'],
    );
    expect(errorsOf(result)).toEqual([]);
    expect(indicatorsOf(result)).toMatchObject([
      { code: 'A1', name: '机制·领导小组', maxPoints: 5, standard: '成立小组\n未成立不得分' },
      { code: 'A2', name: '机制·年度方案', maxPoints: 15, standard: '制定方案' },
      { code: 'B1', name: '集中周', maxPoints: 80 },
    ]);
    expect(notesOf(result)).toEqual([
      '未采用的列:序号、责任单位。',
      '未采用的行:第 8 行“合计”、第 9 行“备注:加分不超过10分”。',
      '隐藏的行没有采用:第 5 行。',
    ]);
  });

  it('takes 序号 for the codes where it holds codes', () => {
    const result = read(['序号', ...HEAD.slice(1)], ['1.1', '组织', '方案', '评分', 100]);
    expect(indicatorsOf(result)?.[0]?.code).toBe('1.1');
  });

  it('makes codes that nobody wrote, and none that stands further down', () => {
    const result = read(
      ['维度编码', ...HEAD],
      [null, null, '组织', '方案', '评分', 50],
      ['A', 'B1', '活动', '集中周', '评分', 50],
    );
    expect(rubricOf(result)?.dimensions.map(({ code }) => code)).toEqual(['B', 'A']);
    expect(indicatorsOf(result)?.map(({ code }) => code)).toEqual(['B2', 'B1']);
  });

  it('names further sheets that look like a rubric', () => {
    const first = sheet('一', HEAD, ['A1', '组织', '方案', '评分', 100]);
    const others = [sheet('二', HEAD, ['B1', '活动', '集中周', '评分', 60]), sheet('说明', ['类型', '写法'])];
    const result = rubricFromSheets([first, ...others], { name: '体系' });
    expect(notesOf(result)).toEqual(['只读了“一”一张表,未读:二。']);
  });

  it.each<[string, Line[], string[]]>([
    ['no headings', [['甲', '乙']], ['1 表头 missingColumn']],
    [
      'two columns for the standard',
      [
        [...HEAD, '标准', '评分标准'],
        ['A1', '组织', '方案', '评分', 100, '甲', '乙'],
      ],
      ['1 评分标准 doubleColumn'],
    ],
    [
      'two columns for the points',
      [
        [...HEAD, '满分'],
        ['A1', '组织', '方案', '评分', 100, 5],
      ],
      ['1 分值 doubleColumn'],
    ],
    [
      'two columns for the indicator',
      [
        ['编码', '维度', '指标', '二级指标', '类型', '分值'],
        ['A1', '组织', '方案', '机制', '评分', 100],
      ],
      ['1 指标 doubleColumn'],
    ],
    [
      'points over two rows',
      [
        HEAD,
        ['A1', '组织', '方案', '评分', 10],
        { cells: ['A2', '组织', '专人', '评分', 10], more: { joined: [1, 4] } },
      ],
      ['3 分值 merged'],
    ],
    [
      'a code that became a date',
      [HEAD, [{ wall: '2022-01-01T00:00:00' }, '组织', '方案', '评分', 100]],
      ['2 指标编码 date'],
    ],
    [
      'points in percent',
      [HEAD, { cells: ['A1', '组织', '方案', '评分', 0.1], more: { percent: [4] } }],
      ['2 分值 percent'],
    ],
  ])('is refused with %s', (_name, lines, expected) => {
    expect(errorsOf(read(...lines))).toEqual(expected);
  });
});
