import { describe, expect, it } from 'vitest';
import { type Day, isWithin, weekday } from '../calendar';
import {
  appealDeadline,
  appealRefused,
  lockedAppealFields,
  type ReviewerFacts,
  refusingRefused,
  reviewerRefused,
} from './appeal';

// 国办发明电〔2021〕11号 and 〔2022〕16号.
const FREE = [
  { from: '2022-10-01', to: '2022-10-07' },
  { from: '2022-12-31', to: '2023-01-02' },
  { from: '2023-01-21', to: '2023-01-27' },
];
const MADE_UP: readonly Day[] = ['2022-10-08', '2022-10-09', '2023-01-28', '2023-01-29'];

const isWorkday = (day: Day) =>
  MADE_UP.includes(day) || (weekday(day) <= 5 && !FREE.some((range) => isWithin(day, range)));

describe('the last day of appeal', () => {
  it.each([
    ['2022-11-07', 5, '2022-11-14', 'a Monday: the day itself does not count'],
    ['2022-11-04', 1, '2022-11-07', 'a Friday: the next working day is Monday'],
    ['2022-11-05', 1, '2022-11-07', 'signed on a Saturday'],
    ['2022-09-29', 5, '2022-10-11', 'National Day is free, and 8 and 9 October are worked'],
    ['2022-09-30', 1, '2022-10-08', 'a Saturday on which work is made up'],
    ['2023-01-19', 3, '2023-01-29', 'Spring Festival, with two Saturdays and Sundays worked'],
    ['2022-12-30', 1, '2023-01-03', 'New Year with its made-free Monday'],
  ])('signed %s, %i working days: %s (%s)', (signed, days, last) => {
    expect(appealDeadline(signed, days, isWorkday)).toBe(last);
  });

  it.each([0, -1, 1.5, Number.NaN])('is not counted by %d days', (days) => {
    expect(() => appealDeadline('2022-11-07', days, isWorkday)).toThrow(RangeError);
  });
});

describe('whether an appeal can be made', () => {
  const facts = { appealBy: '2022-11-14', today: '2022-11-14', corrected: false };
  it.each<[object, RegExp | null, string]>([
    [{}, null, 'on the last day'],
    [{ today: '2022-11-15' }, /2022-11-14 截止/, 'a day later'],
    [{ corrected: true }, /已更正/, 'a later result stands'],
    [{ appealBy: null }, /未设申诉期/, 'published without a term'],
  ])('%o', (more, expected) => {
    const words = appealRefused({ ...facts, ...more });
    if (expected === null) expect(words).toBeNull();
    else expect(words?.zh).toMatch(expected);
  });
});

describe('an appeal is refused by the office', () => {
  it.each([
    [null, true, 'as long as nobody has accepted it'],
    [undefined, true, 'never accepted'],
    ['2022-10-27T03:56:00.000Z', false, 'not after it was accepted, though its reviewer gave it back'],
  ])('accepted %s → %j (%s)', (acceptedAt, may, _why) => {
    expect(refusingRefused(acceptedAt) === null).toBe(may);
  });
});

describe('who writes what when', () => {
  it.each([
    ['draft', ['ground', 'indicator', 'unitResult'], []],
    ['draft', ['reviewer', 'decision'], ['reviewer', 'decision']],
    ['filed', ['reviewer'], []],
    ['filed', ['ground', 'correction'], ['ground', 'correction']],
    ['reviewing', ['correction', 'decision'], []],
    ['reviewing', ['reviewer', 'ground'], ['reviewer', 'ground']],
    ['upheld', ['decision'], ['decision']],
    ['reviewing', ['example'], []],
  ])('%s: %j leaves %j locked', (state, changed, locked) => {
    expect(lockedAppealFields(state, changed)).toEqual(locked);
  });
});

describe('who may review', () => {
  const facts: ReviewerFacts = { role: 'inspector', tookPart: false, ground: null };
  it.each([
    [{}, null],
    [{ role: 'civilityOffice' }, null],
    [{ role: 'evaluator' }, null],
    [{ role: 'evaluator', tookPart: true }, /参加了本轮/],
    [{ role: 'districtOffice' }, /复核人应为/],
    [{ role: 'unit' }, /复核人应为/],
    [{ ground: 'supervisingDepartment' as const }, /主管部门/],
    [{ ground: 'declared' as const }, /申明/],
  ])('%o', (more, expected) => {
    const words = reviewerRefused({ ...facts, ...more });
    if (expected === null) expect(words).toBeNull();
    else expect(words?.zh).toMatch(expected);
  });
});
