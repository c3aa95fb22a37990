import { describe, expect, it } from 'vitest';
import { checkScheduleItem, type ScheduleRow } from './check-schedule';
import { dayInMonth } from './copy-day';
import { copyMonth } from './copy-month';
import { type PlanRow, remainingRows } from './from-plan';
import { planStanding } from './standing';

const row = (values: Partial<ScheduleRow> = {}): ScheduleRow => ({
  day: '2022-11-18',
  startTime: null,
  endTime: null,
  title: '义诊',
  category: 'c1',
  unit: null,
  venue: null,
  owner: null,
  planItem: null,
  ...values,
});

describe('a day copied into another month', () => {
  // Focus weeks by the calendar's rows: 2022-10 10–16, 2022-11 14–20, 2022-12 12–18, 2023-02 13–19.
  it.each([
    ['2022-11-14', '2022-12', '2022-12-12', 'focusWeek', 'first day of the focus week'],
    ['2022-11-18', '2022-12', '2022-12-16', 'focusWeek', 'Friday of it'],
    ['2022-11-20', '2022-12', '2022-12-18', 'focusWeek', 'its last day'],
    ['2022-11-13', '2022-12', '2022-12-11', 'ordinal', 'the day before: second Sunday'],
    ['2022-11-21', '2022-12', '2022-12-19', 'ordinal', 'the day after: third Monday'],
    ['2022-11-01', '2022-12', '2022-12-06', 'ordinal', 'first Tuesday'],
    ['2022-11-30', '2022-12', '2022-12-28', 'last', 'fifth Wednesday; December has four'],
    ['2022-11-29', '2023-01', '2023-01-31', 'ordinal', 'fifth Tuesday in both'],
    ['2022-12-31', '2023-02', '2023-02-25', 'last', 'fifth Saturday into February'],
    ['2022-10-10', '2022-11', '2022-11-14', 'focusWeek', 'across a month that begins midweek'],
    ['2022-12-12', '2022-11', '2022-11-14', 'focusWeek', 'backwards'],
  ])('%s into %s is %s by %s (%s)', (day, month, expected, by) => {
    expect(dayInMonth(day, month, 'calendarRow')).toEqual({ day: expected, by });
  });

  it('follows the reading of the focus week', () => {
    expect(dayInMonth('2022-11-15', '2022-12', 'days15to21')).toEqual({ day: '2022-12-20', by: 'focusWeek' });
    expect(dayInMonth('2022-11-14', '2022-12', 'days15to21')).toEqual({ day: '2022-12-12', by: 'ordinal' });
  });
});

describe('a month copied', () => {
  it('is in the order of its new days and carries out nothing of the plan', () => {
    const rows = copyMonth(
      [
        { ...row({ title: '讲座' }), day: '2022-11-18' },
        { ...row({ planItem: 'p' }), day: '2022-11-02' },
      ],
      '2022-12',
      'calendarRow',
    );
    expect(rows.map(({ day, title, planItem }) => [day, title, planItem])).toEqual([
      ['2022-12-07', '义诊', null],
      ['2022-12-16', '讲座', null],
    ]);
  });
});

describe('what the plan still asks of a month', () => {
  const item = (values: Partial<PlanRow> = {}): PlanRow => ({
    id: 'a',
    month: '2022-11',
    title: '义诊',
    category: 'c1',
    unit: null,
    owner: '王五',
    plannedCount: 2,
    ...values,
  });
  it.each([
    [[], 2, 'nothing scheduled'],
    [['a'], 1, 'one scheduled'],
    [['a', 'a'], 0, 'all scheduled'],
    [['a', 'a', 'a'], 0, 'more than planned'],
    [['b', null], 2, 'others scheduled'],
  ])('%j scheduled leaves %d (%s)', (scheduled, left) => {
    expect(remainingRows([item()], '2022-11', scheduled)).toHaveLength(left);
  });
  it('is of that month, without a day', () => {
    expect(remainingRows([item({ month: '2022-12' })], '2022-11', [])).toEqual([]);
    expect(remainingRows([item({ plannedCount: 1 })], '2022-11', [])).toEqual([
      row({ day: null, owner: '王五', planItem: 'a' }),
    ]);
  });
});

describe('a row of a schedule', () => {
  it.each<[Partial<ScheduleRow>, string[], string]>([
    [{}, [], 'no times'],
    [{ startTime: '09:00' }, [], 'a start alone'],
    [{ startTime: '09:00', endTime: '09:01' }, [], 'ends a minute later'],
    [{ startTime: '09:00', endTime: '09:00' }, ['endTime'], 'ends as it begins'],
    [{ endTime: '09:00' }, ['startTime'], 'an end alone'],
    [{ startTime: '9:00' }, ['startTime'], 'not in two digits'],
    [{ startTime: '24:00' }, ['startTime'], 'no such time'],
    [{ day: '2022-11-01' }, [], 'first of the month'],
    [{ day: '2022-10-31' }, ['day'], 'the day before'],
    [{ day: '2022-12-01' }, ['day'], 'the day after'],
    [{ day: '2022-11-31' }, ['day'], 'no such day'],
    [{ day: null }, ['day'], 'no day'],
    [{ title: ' ' }, ['title'], 'blank title'],
    [{ title: '题'.repeat(120) }, [], 'the longest title'],
    [{ title: '题'.repeat(121) }, ['title'], 'one more'],
    [{ category: null }, ['category'], 'no category'],
    [{ venue: '地'.repeat(121), owner: '人'.repeat(61) }, ['venue', 'owner'], 'long texts'],
  ])('%j has problems in %j (%s)', (values, fields) => {
    expect(checkScheduleItem(row(values), '2022-11').map(({ field }) => field)).toEqual(fields);
  });
});

describe('a plan against what was held', () => {
  it.each([
    [2, 0, true, { missed: 2, open: 0, extra: 0 }],
    [2, 1, true, { missed: 1, open: 0, extra: 0 }],
    [2, 2, true, { missed: 0, open: 0, extra: 0 }],
    [2, 3, true, { missed: 0, open: 0, extra: 1 }],
    [0, 1, true, { missed: 0, open: 0, extra: 1 }],
    [2, 1, false, { missed: 0, open: 1, extra: 0 }],
    [2, 2, false, { missed: 0, open: 0, extra: 0 }],
  ])('%d planned, %d held, month over %s → %j', (planned, held, over, standing) => {
    expect(planStanding({ planned, held, scheduled: 0, verified: 0 }, over)).toEqual(standing);
  });
});
