import { describe, expect, it } from 'vitest';
import { beyondOf, DOUBT_KINDS, type Doubt, doubtWords, isDoubtful, overlapOf } from './doubts';

const at = (time: string) => `2022-11-10T${time}:00.000Z`;
const span = (from: string, to: string) => ({ book: 'ours' as const, startsAt: at(from), endsAt: at(to) });
const overlap = (other: [string, string]): Doubt => ({
  kind: 'overlap',
  facts: { spans: [span('01:00', '03:00'), span(...other)] },
});
const outside = (from: string, to: string, minutes: number): Doubt => ({
  kind: 'outsideActivity',
  facts: { ...span(from, to), minutes, plannedFrom: at('03:00'), plannedTo: at('05:00') },
});
const rounded = (records: number, wholeHours: number, halfHours: number): Doubt => ({
  kind: 'rounded',
  facts: { book: 'theirs', records, wholeHours, halfHours },
});
const longDay = (minutes: number): Doubt => ({
  kind: 'longDay',
  facts: { book: 'ours', day: '2022-11-10', minutes, records: 3 },
});
const late = (days: number): Doubt => ({
  kind: 'lateEntry',
  facts: { book: 'ours', day: '2022-11-10', enteredOn: '2022-12-11', days },
});

describe('hours are worth a second look', () => {
  const rows: [why: string, doubt: Doubt, expected: boolean][] = [
    ['two that only touch', overlap(['03:00', '04:00']), false],
    ['4 minutes in common', overlap(['02:56', '04:00']), false],
    ['5 minutes in common', overlap(['02:55', '04:00']), true],
    ['one within the other', overlap(['01:30', '02:00']), true],
    ['the other one first', overlap(['00:00', '01:05']), true],
    ['nothing in common', overlap(['05:00', '06:00']), false],
    ['16 hours a day', longDay(960), false],
    ['a minute more', longDay(961), true],
    ['entered 30 days later', late(30), false],
    ['entered 31 days later', late(31), true],
    ['the activity itself', outside('03:00', '05:00', 120), false],
    ['an hour before', outside('02:00', '05:00', 120), false],
    ['an hour and a minute before', outside('01:59', '05:00', 120), true],
    ['an hour behind', outside('03:00', '06:00', 180), false],
    ['an hour and a minute behind', outside('03:00', '06:01', 120), true],
    ['longer by an hour', outside('02:30', '05:30', 180), false],
    ['longer by an hour and a minute', outside('02:30', '05:35', 181), true],
    ['29 records, all whole hours', rounded(29, 29, 29), false],
    ['30 records, 26 whole hours', rounded(30, 26, 26), false],
    ['30 records, 27 whole hours', rounded(30, 27, 27), true],
    ['50 records, 48 half hours', rounded(50, 10, 48), false],
    ['50 records, 49 half hours', rounded(50, 10, 49), true],
    ['no records', rounded(0, 0, 0), false],
  ];

  it.each(rows)('%s', (_, doubt, expected) => {
    expect(isDoubtful(doubt)).toBe(expected);
  });

  it('measures what is in common and what reaches beyond', () => {
    expect(overlapOf({ spans: [span('01:00', '03:00'), span('02:00', '05:00')] })).toBe(60);
    expect(overlapOf({ spans: [span('01:00', '03:00')] })).toBe(0);
    const facts = {
      ...span('03:30', '04:30'),
      minutes: 60,
      plannedFrom: at('03:00'),
      plannedTo: at('05:00'),
    };
    expect(beyondOf(facts)).toBe(0);
  });

  it('says why with its numbers, in both languages', () => {
    const doubts = [
      overlap(['02:00', '04:00']),
      longDay(1000),
      late(31),
      outside('01:00', '05:00', 240),
      rounded(40, 40, 40),
    ];
    expect(doubts.map(({ kind }) => kind)).toEqual([...DOUBT_KINDS]);
    for (const doubt of doubts) {
      const { zh, en } = doubtWords(doubt);
      expect(zh).toMatch(/\d.*[一-鿿]/);
      expect(en).not.toMatch(/[一-鿿]/);
    }
  });
});
