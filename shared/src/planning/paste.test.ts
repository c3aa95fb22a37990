import { describe, expect, it } from 'vitest';
import { readSchedule } from './paste';
import { readScheduleDay, readTimes } from './paste-day';
import { pastedCells } from './pasted-cells';

const names = {
  categories: [
    { id: 'c1', name: '医疗健身', aliases: ['义诊类'] },
    { id: 'c2', name: '科学普及' },
  ],
  units: [{ id: 'u1', name: '区教育局', aliases: ['教育局'] }],
};
const read = (...lines: string[]) => readSchedule(lines.join('\n'), '2022-11', names);
const HEAD = '日期\t时间\t活动名称\t活动类别\t开展单位\t地点\t负责人';

describe('a day as a schedule writes it', () => {
  it.each([
    ['2022-11-18', '2022-11-18'],
    ['11月18日', '2022-11-18'],
    ['１１月１８日（周五）', '2022-11-18'],
    ['11.18', '2022-11-18'],
    ['11/8', '2022-11-08'],
    ['18日', '2022-11-18'],
    ['18', '2022-11-18'],
    ['18号星期五', '2022-11-18'],
    ['12月1日', '2022-12-01'],
    ['44883', '2022-11-18'],
  ])('%s is %s', (text, day) => {
    expect(readScheduleDay(text, '2022-11')).toEqual({ ok: true, value: day });
  });
  it.each(['31日', '11月31日', '下旬', '11月14日-18日', '0', ''])('%s is none', (text) => {
    expect(readScheduleDay(text, '2022-11').ok).toBe(false);
  });
});

describe('times as a schedule writes them', () => {
  it.each([
    ['9:00-10:30', '09:00', '10:30'],
    ['９：００～１０：３０', '09:00', '10:30'],
    ['上午9:00至11:00', '09:00', '11:00'],
    ['下午2点半-4点', '14:30', '16:00'],
    ['上午10:00-下午2:00', '10:00', '14:00'],
    ['19:30', '19:30', null],
  ])('%s is %s to %s', (text, startTime, endTime) => {
    expect(readTimes(text)).toEqual({ ok: true, value: { startTime, endTime } });
  });
  it.each(['上午', '9:00-10:00-11:00', '25:00', '9:00-晚'])('%s is refused', (text) => {
    expect(readTimes(text).ok).toBe(false);
  });
});

describe('the cells of what was copied', () => {
  it.each<[string, string[][], string]>([
    ['', [['']], 'nothing'],
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      'two rows',
    ],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      'as Windows writes it',
    ],
    [
      'a\t\n\tb',
      [
        ['a', ''],
        ['', 'b'],
      ],
      'empty cells',
    ],
    ['"a\nb"\tc', [['a\nb', 'c']], 'a line break within'],
    ['"a\tb"', [['a\tb']], 'a tab within'],
    ['"a""b\n"', [['a"b\n']], 'marks within are doubled'],
    ['a"b"\tc', [['a"b"', 'c']], 'marks that do not begin the cell'],
    ['"a" b\tc', [['"a" b', 'c']], 'more behind the mark'],
    ['"a\tb', [['"a', 'b']], 'never closed'],
  ])('%j is %j (%s)', (text, cells) => {
    expect(pastedCells(text)).toEqual(cells);
  });
});

describe('a pasted schedule', () => {
  it('is read below its headings, whatever stands above', () => {
    const sheet = read(
      '十一月活动安排\t\t',
      HEAD,
      '11月18日\t9:00-10:30\t义诊\t义诊类\t教育局\t活动室\t王五',
      '',
    );
    expect(sheet).toEqual({
      refused: null,
      unread: [],
      rows: [
        {
          row: 3,
          found: {},
          problems: [],
          values: {
            day: '2022-11-18',
            startTime: '09:00',
            endTime: '10:30',
            title: '义诊',
            category: 'c1',
            unit: 'u1',
            venue: '活动室',
            owner: '王五',
            planItem: null,
          },
        },
      ],
    });
  });

  it('keeps a row with problems, each told once with what was found', () => {
    const { rows } = read(HEAD, '31日\t上午\t\t科学\t教育厅\t\t', '12月1日\t\t讲座\t科学普及\t\t\t');
    expect(rows[0]?.problems.map(({ field }) => field)).toEqual([
      'startTime',
      'day',
      'category',
      'unit',
      'title',
    ]);
    expect(rows[0]?.found).toEqual({ day: '31日', startTime: '上午', category: '科学', unit: '教育厅' });
    expect(rows[0]?.problems.find(({ field }) => field === 'category')?.words.zh).toBe(
      '活动类别“科学”应为系统中的名称,可能是:科学普及。',
    );
    expect(rows[1]?.problems).toMatchObject([{ field: 'day', code: 'OUT_OF_RANGE' }]);
  });

  it('takes a cell with line breaks as one, and says which columns it does not know', () => {
    const { rows, unread } = read('日期\t活动名称\t类别\t天气', '18日\t"义诊\n健康讲座"\t医疗健身\t晴');
    expect(rows.map(({ values }) => values.title)).toEqual(['义诊\n健康讲座']);
    expect(unread).toEqual(['天气']);
  });

  it.each([
    ['', '没有找到表头'],
    ['11月18日\t义诊\t医疗健身', '没有找到表头'],
    ['日期,活动名称,类别\n18日,义诊,医疗健身', '没有找到表头'],
    [HEAD, '下面没有内容'],
    [`${HEAD}\n${'18日\t\t义诊\n'.repeat(201)}`, '最多粘贴 200 行'],
  ])('%j is refused: %s', (text, words) => {
    const sheet = readSchedule(text, '2022-11', names);
    expect(sheet.rows).toEqual([]);
    expect(sheet.refused?.zh).toContain(words);
  });
});
