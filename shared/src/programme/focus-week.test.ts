import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, monthOf, weekday } from '../calendar';
import { FOCUS_WEEK_READINGS, focusWeek, isInFocusWeek } from '.';

// Month, then first and last day as calendarRow and as mondayWeek: the published check table.
const TABLE = [
  ['2022-07', '11', '17', '18', '24'],
  ['2022-08', '15', '21', '15', '21'],
  ['2022-09', '12', '18', '19', '25'],
  ['2022-10', '10', '16', '17', '23'],
  ['2022-11', '14', '20', '21', '27'],
  ['2022-12', '12', '18', '19', '25'],
  ['2023-01', '09', '15', '16', '22'],
  ['2023-02', '13', '19', '20', '26'],
] as const;

describe('focusWeek', () => {
  it.each(TABLE)(
    '%s: row %s–%s, Monday week %s–%s, days 15–21',
    (month, rowFrom, rowTo, weekFrom, weekTo) => {
      expect(focusWeek(month, 'calendarRow')).toEqual({
        from: `${month}-${rowFrom}`,
        to: `${month}-${rowTo}`,
      });
      expect(focusWeek(month, 'mondayWeek')).toEqual({
        from: `${month}-${weekFrom}`,
        to: `${month}-${weekTo}`,
      });
      expect(focusWeek(month, 'days15to21')).toEqual({ from: `${month}-15`, to: `${month}-21` });
    },
  );

  it('differs between the readings in seven of the eight months', () => {
    const differs = TABLE.filter(
      ([month]) => new Set(FOCUS_WEEK_READINGS.map((r) => focusWeek(month, r).from)).size > 1,
    );
    expect(differs.map(([month]) => month)).not.toContain('2022-08');
    expect(differs).toHaveLength(7);
  });

  it('refuses what is no month', () => {
    expect(() => focusWeek('2022-13', 'calendarRow')).toThrow(RangeError);
    expect(() => focusWeek('2022-13', 'days15to21')).toThrow(RangeError);
  });

  it('is seven days within its month, a Monday week unless it is days 15–21', () => {
    const anyMonth = fc
      .integer({ min: 0, max: 2000 })
      .map((weeks) => monthOf(addDays('2000-01-01', weeks * 7)));
    fc.assert(
      fc.property(anyMonth, fc.constantFrom(...FOCUS_WEEK_READINGS), (month, reading) => {
        const { from, to } = focusWeek(month, reading);
        expect(daysBetween(from, to)).toBe(6);
        expect([monthOf(from), monthOf(to)]).toEqual([month, month]);
        if (reading !== 'days15to21') expect(weekday(from)).toBe(1);
      }),
    );
  });
});

describe('isInFocusWeek', () => {
  it.each([
    ['2022-07-10', 'calendarRow', false],
    ['2022-07-11', 'calendarRow', true],
    ['2022-07-17', 'calendarRow', true],
    ['2022-07-18', 'calendarRow', false],
    ['2022-07-17', 'mondayWeek', false],
    ['2022-07-18', 'mondayWeek', true],
    ['2022-07-24', 'mondayWeek', true],
    ['2022-07-25', 'mondayWeek', false],
    ['2022-07-14', 'days15to21', false],
    ['2022-07-15', 'days15to21', true],
    ['2022-07-21', 'days15to21', true],
    ['2022-07-22', 'days15to21', false],
  ] as const)('%s as %s: %s', (day, reading, expected) => expect(isInFocusWeek(day, reading)).toBe(expected));
});
