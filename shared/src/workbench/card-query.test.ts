import { describe, expect, it } from 'vitest';
import { dueOf, filtersOf, routeOf, specialRouteOf } from './card-query';
import type { DayWindow, ListCard } from './work-card';

const TODAY = '2022-11-16';

const card = (over: Partial<ListCard> = {}): ListCard => ({
  kind: 'list',
  key: 'someCard',
  words: { zh: '待办', en: 'To do' },
  roles: ['station'],
  resource: 'activity',
  path: 'activities',
  states: ['held'],
  sort: 'day:asc',
  show: [],
  ...over,
});

describe('the records of a card', () => {
  it.each<[DayWindow | undefined, object, string, string]>([
    [undefined, {}, '', 'whatever the day'],
    [{ from: 0 }, { day: { $gte: '2022-11-16' } }, '&from=2022-11-16', 'from today on, today included'],
    [{ to: -1 }, { day: { $lte: '2022-11-15' } }, '&to=2022-11-15', 'before today'],
    [
      { from: 0, to: 15 },
      { day: { $gte: '2022-11-16', $lte: '2022-12-01' } },
      '&from=2022-11-16&to=2022-12-01',
      'over the end of a month',
    ],
  ])('%o: %s', (days, day, address) => {
    expect(filtersOf(card({ days }), TODAY)).toEqual({ state: { $in: ['held'] }, ...day });
    expect(routeOf(card({ days }), TODAY)).toBe(`/activities?state=held${address}&sort=day`);
  });

  it('lists several states', () => {
    const both = card({ states: ['cleared', 'announced'] });
    expect(filtersOf(both, TODAY)).toEqual({ state: { $in: ['cleared', 'announced'] } });
    expect(routeOf(both, TODAY)).toBe('/activities?state=cleared,announced&sort=day');
  });

  it('opens in the card’s order, the newest first where the card does so', () => {
    expect(routeOf(card({ sort: 'updatedAt:desc' }), TODAY)).toBe('/activities?state=held&sort=-updatedAt');
  });

  it('asks by name for what no filter of fields says', () => {
    const special = {
      kind: 'unpairedUnits',
      key: 'unpaired',
      words: card().words,
      roles: [],
      path: 'units',
    } as const;
    expect(specialRouteOf(special)).toBe('/units?waiting=unpaired');
  });

  it('refuses a day that is none', () => {
    expect(() => filtersOf(card({ days: { from: 0 } }), '2022-11-31')).toThrow(RangeError);
  });
});

describe('by when', () => {
  it.each<[ListCard['due'], Record<string, unknown>, string | null, string]>([
    [undefined, { day: '2022-11-19' }, null, 'nothing says so'],
    [{ field: 'day', plus: -1 }, { day: '2022-11-19' }, '2022-11-18', 'the day before'],
    [{ field: 'day', plus: -1 }, { day: '2022-12-01' }, '2022-11-30', 'the day before, in another month'],
    [{ field: 'day', plus: 0 }, { day: null }, null, 'no day'],
    [
      { field: 'closesOn', via: 'round', plus: 0 },
      { round: { closesOn: '2022-11-25' } },
      '2022-11-25',
      'the related one',
    ],
    [{ field: 'closesOn', via: 'round', plus: 0 }, { round: null }, null, 'nothing related'],
  ])('%o of %o is %s: %s', (due, row, expected) => {
    expect(dueOf(card({ due }), row)).toBe(expected);
  });
});
