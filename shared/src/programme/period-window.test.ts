import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../calendar';
import { FOCUS_WEEK_READINGS, PERIODS, type Period, periodWindows } from '.';

const PROGRAMME = { focusWeekReading: 'calendarRow' } as const;
const PROGRESS = { from: '2022-07-01', to: '2023-02-28' };
const windows = (period: Period, range: { from: string; to: string } = PROGRESS) =>
  periodWindows({ period, ...range }, PROGRAMME);

describe('periodWindows', () => {
  it.each([
    // 2022-07-01 is a Friday: its week keeps 3 of 7 days and goes; so does the last with 2.
    ['week', 34, { key: '2022-07-04', from: '2022-07-04', to: '2022-07-10' }],
    ['focusWeek', 8, { key: '2022-07', from: '2022-07-11', to: '2022-07-17' }],
    ['month', 8, { key: '2022-07', from: '2022-07-01', to: '2022-07-31' }],
    ['twoMonths', 4, { key: '2022-07/2022-08', from: '2022-07-01', to: '2022-08-31' }],
    ['quarter', 3, { key: '2022-07/2022-09', from: '2022-07-01', to: '2022-09-30' }],
    ['once', 1, { key: 'once', from: '2022-07-01', to: '2023-02-28' }],
  ] as const)('%s: %i windows, the first %j', (period, count, first) => {
    expect(windows(period)).toHaveLength(count);
    expect(windows(period)[0]).toEqual(first);
  });

  it('follows the programme’s reading of the focus week', () => {
    const [first] = periodWindows({ period: 'focusWeek', ...PROGRESS }, { focusWeekReading: 'mondayWeek' });
    expect(first).toEqual({ key: '2022-07', from: '2022-07-18', to: '2022-07-24' });
  });

  it('clips the last quarter but keeps it: 59 of 90 days', () => {
    expect(windows('quarter').at(-1)).toEqual({
      key: '2023-01/2023-03',
      from: '2023-01-01',
      to: '2023-02-28',
    });
  });

  it.each([
    ['2022-07-14', 1, 'four of seven days remain'],
    ['2022-07-15', 0, 'three of seven days remain'],
  ])('a focus week from %s on gives %i window (%s)', (from, count) => {
    expect(windows('focusWeek', { from, to: '2022-07-31' })).toHaveLength(count);
  });

  it.each([
    ['2022-09-16', 1, 'exactly half of September'],
    ['2022-09-17', 0, 'a day less than half'],
  ])('a month from %s on gives %i window (%s)', (from, count) => {
    expect(windows('month', { from, to: '2022-09-30' })).toHaveLength(count);
  });

  it('anchors two months and quarters in the calendar, also when the rule begins in between', () => {
    expect(
      windows('twoMonths', { from: '2022-08-01', to: '2022-12-31' }).map((window) => window.key),
    ).toEqual(['2022-07/2022-08', '2022-09/2022-10', '2022-11/2022-12']);
  });

  it('is empty when the rule ends before it begins', () => {
    for (const period of PERIODS)
      expect(windows(period, { from: '2022-07-02', to: '2022-07-01' })).toEqual([]);
  });

  it('once is never dropped, however short', () => {
    expect(windows('once', { from: '2022-07-01', to: '2022-07-01' })).toHaveLength(1);
  });

  it('gives ordered, separate windows within the rule’s dates, each key once', () => {
    const anyRange = fc.tuple(fc.nat(1000), fc.nat(800)).map(([start, length]) => {
      const from = addDays('2021-01-01', start);
      return { from, to: addDays(from, length) };
    });
    const anyReading = fc.constantFrom(...FOCUS_WEEK_READINGS);
    fc.assert(
      fc.property(fc.constantFrom(...PERIODS), anyRange, anyReading, (period, range, focusWeekReading) => {
        const found = periodWindows({ period, ...range }, { focusWeekReading });
        expect(new Set(found.map((window) => window.key)).size).toBe(found.length);
        found.forEach((window, index) => {
          const before = found[index - 1];
          expect(daysBetween(window.from, window.to)).toBeGreaterThanOrEqual(0);
          expect(daysBetween(range.from, window.from)).toBeGreaterThanOrEqual(0);
          expect(daysBetween(window.to, range.to)).toBeGreaterThanOrEqual(0);
          if (before) expect(daysBetween(before.to, window.from)).toBeGreaterThanOrEqual(1);
        });
      }),
    );
  });
});
