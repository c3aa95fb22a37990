import { describe, expect, it } from 'vitest';
import { PLAN_DEADLINES } from '../programme/plan-steps';
import { deadlineEntries, focusWeekStrip } from './calendar-strip';

describe('the focus week of the month', () => {
  it.each([
    ['2022-11-01', 'ahead', 13, 'two weeks before'],
    ['2022-11-13', 'ahead', 1, 'the day before it begins'],
    ['2022-11-14', 'now', 6, 'its first day'],
    ['2022-11-16', 'now', 4, 'within'],
    ['2022-11-20', 'now', 0, 'its last day'],
    ['2022-11-21', 'over', 1, 'the day after'],
    ['2022-11-30', 'over', 10, 'the end of the month'],
  ])('on %s it is %s by %i: %s', (today, state, days) => {
    expect(focusWeekStrip(today, 'calendarRow')).toEqual({
      from: '2022-11-14',
      to: '2022-11-20',
      state,
      days,
    });
  });

  it('follows the reading of the programme', () => {
    expect(focusWeekStrip('2022-11-16', 'mondayWeek')).toEqual({
      from: '2022-11-21',
      to: '2022-11-27',
      state: 'ahead',
      days: 5,
    });
  });
});

describe('the deadlines of the programme', () => {
  const entries = (today: string) =>
    deadlineEntries(PLAN_DEADLINES, today).map(({ code, state, days }) => [code, state, days]);

  it.each([
    [
      '2022-10-05',
      [
        ['interimSummary', 'upcoming', 15],
        ['annualSummary', 'upcoming', 138],
      ],
      'one day early',
    ],
    [
      '2022-10-06',
      [
        ['interimSummary', 'dueSoon', 14],
        ['annualSummary', 'upcoming', 137],
      ],
      'two weeks before',
    ],
    [
      '2022-10-20',
      [
        ['interimSummary', 'dueSoon', 0],
        ['annualSummary', 'upcoming', 123],
      ],
      'on the day itself',
    ],
    [
      '2022-10-21',
      [
        ['annualSummary', 'upcoming', 122],
        ['interimSummary', 'overdue', 1],
      ],
      'past ones last',
    ],
    [
      '2023-02-21',
      [
        ['interimSummary', 'overdue', 124],
        ['annualSummary', 'overdue', 1],
      ],
      'both past',
    ],
  ])('on %s: %j, %s', (today, expected) => {
    expect(entries(today)).toEqual(expected);
  });
});
