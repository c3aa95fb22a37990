import { describe, expect, it } from 'vitest';
import { type Cutoff, cutoffSchema, periodOf, periodsOf } from './cutoff';

const MONTHLY: Cutoff = { every: 'month', day: 5, monthsLater: 1, addendaDays: 10 };
const RANGE = { from: '2022-07-01', to: '2023-02-28' };

describe('periodsOf', () => {
  const keys = (today: string, cutoff = MONTHLY, most?: number) =>
    periodsOf(cutoff, RANGE, today, most).map(({ key }) => key);

  it.each([
    ['2022-06-30', [], 'not begun'],
    ['2022-07-01', ['2022-07'], 'the first day'],
    ['2022-09-30', ['2022-09', '2022-08', '2022-07'], 'the newest first'],
    ['2024-01-01', ['2023-02', '2023-01'], 'over: no further ones', 2],
  ])('on %s: %j (%s)', (today, expected, _, most = 12) => {
    expect(keys(today, MONTHLY, most)).toEqual(expected);
  });

  it.each<[Partial<Cutoff>, string, string, string, string]>([
    [{}, '2022-11', '2022-12-05', '2022-12-15', 'the 5th of the next month'],
    [{}, '2022-12', '2023-01-05', '2023-01-15', 'over the turn of the year'],
    [{ monthsLater: 0, day: 25 }, '2022-11', '2022-11-25', '2022-12-05', 'of the same month'],
    [{ monthsLater: 0, day: 31 }, '2022-11', '2022-11-30', '2022-12-10', 'a month without a 31st'],
    [{ day: 30 }, '2023-01', '2023-02-28', '2023-03-10', 'February'],
    [{ addendaDays: 0 }, '2022-11', '2022-12-05', '2022-12-05', 'no addenda after it'],
  ])('%j of %s: %s, addenda until %s (%s)', (over, key, dueOn, addendaUntil) => {
    expect(periodOf({ ...MONTHLY, ...over } as Cutoff, RANGE, key)).toMatchObject({ dueOn, addendaUntil });
  });

  it('is one where it is filed once', () => {
    const once: Cutoff = { every: 'once', on: '2022-10-20', addendaDays: 3 };
    expect(periodsOf(once, RANGE, '2022-08-01')).toEqual([
      { ...RANGE, key: 'once', dueOn: '2022-10-20', addendaUntil: '2022-10-23' },
    ]);
    expect(periodOf(once, RANGE, '2022-10')).toBeNull();
  });

  it.each(['2022-06', '2023-03', 'once', ''])('has no period %j', (key) => {
    expect(periodOf(MONTHLY, RANGE, key)).toBeNull();
  });
});

describe('the cut-off as data', () => {
  it.each([
    [MONTHLY, true],
    [{ ...MONTHLY, day: 0 }, false],
    [{ ...MONTHLY, day: 32 }, false],
    [{ ...MONTHLY, monthsLater: 2 }, false],
    [{ every: 'once', on: '2022-02-30', addendaDays: 0 }, false],
    [{ every: 'once', on: '2022-10-20', addendaDays: 366 }, true],
    [{ every: 'once', on: '2022-10-20', addendaDays: 367 }, false],
    ['月底', false],
  ])('%j → %s', (cutoff, expected) => expect(cutoffSchema.safeParse(cutoff).success).toBe(expected));
});
