import { describe, expect, it } from 'vitest';
import { daysSeen, holds, neighbour, readPlace, writePlace } from './place';

const FALLBACK = { view: 'month', date: '2022-11-16' } as const;
const at = (query: string) => readPlace(new URLSearchParams(query), FALLBACK);

describe('the place in the address', () => {
  it.each([
    ['', { view: 'month', date: '2022-11-16' }],
    ['view=week&date=2022-12-01', { view: 'week', date: '2022-12-01' }],
    ['view=year&date=2022-02-30', { view: 'month', date: '2022-11-16' }],
    ['date=2023-01', { view: 'month', date: '2022-11-16' }],
  ])('"%s" is read', (query, place) => {
    expect(at(query)).toEqual(place);
  });

  it('is written without what goes without saying, beside the filters', () => {
    const before = new URLSearchParams('unit=abc&date=2022-01-01');
    expect(writePlace(before, { view: 'week', date: '2022-11-16' }, FALLBACK).toString()).toBe(
      'unit=abc&view=week',
    );
  });
});

describe('the days that are seen', () => {
  it.each([
    ['month', '2022-11-16', '2022-10-31', '2022-12-04'],
    ['month', '2022-08-31', '2022-08-01', '2022-09-04'],
    ['week', '2022-11-20', '2022-11-14', '2022-11-20'],
    ['week', '2023-01-01', '2022-12-26', '2023-01-01'],
    ['agenda', '2023-02-14', '2023-02-01', '2023-02-28'],
    ['day', '2022-11-16', '2022-11-16', '2022-11-16'],
  ] as const)('%s of %s: %s to %s', (view, date, from, to) => {
    expect(daysSeen({ view, date })).toEqual({ from, to });
  });
});

describe('the places beside', () => {
  it.each([
    ['month', '2022-01-31', -1, '2021-12-01'],
    ['month', '2022-01-31', 1, '2022-02-01'],
    ['agenda', '2022-12-05', 1, '2023-01-01'],
    ['week', '2022-11-16', 1, '2022-11-21'],
    ['week', '2022-11-21', -1, '2022-11-14'],
    ['day', '2022-12-31', 1, '2023-01-01'],
  ] as const)('%s of %s by %i is %s', (view, date, by, expected) => {
    expect(neighbour({ view, date }, by)).toEqual({ view, date: expected });
  });

  it('a month does not stand for the days of its neighbours that it shows', () => {
    expect(holds({ view: 'month', date: '2022-11-16' }, '2022-10-31')).toBe(false);
    expect(holds({ view: 'week', date: '2022-11-01' }, '2022-10-31')).toBe(true);
    expect(holds({ view: 'day', date: '2022-11-01' }, '2022-11-02')).toBe(false);
  });
});
