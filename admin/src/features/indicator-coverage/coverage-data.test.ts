import { describe, expect, it } from 'vitest';
import { activitiesOf, strengthOf } from './coverage-data';

const indicator = { documentId: 'i1', code: 'A1', name: '指标', area: 'online', sites: 1 };
const asked = { from: '2022-09', to: '2022-11' };

describe('activitiesOf', () => {
  it('leads from a site’s cell to its activities of the months', () => {
    const row = { key: 's1', name: '站', town: null, counts: [2] };
    const { searchParams } = new URL(activitiesOf({ ...asked, by: 'station' }, row, indicator), 'http://x');
    expect(Object.fromEntries(searchParams)).toEqual({
      state: 'held,reported,verified,returned',
      indicators: 'i1',
      from: '2022-09-01',
      to: '2022-11-30',
      station: 's1',
    });
  });

  it('leads from a month’s cell to that month alone', () => {
    const row = { key: '2022-10', name: '2022-10', town: null, counts: [2] };
    const { searchParams } = new URL(activitiesOf({ ...asked, by: 'month' }, row, indicator), 'http://x');
    expect(searchParams.get('from')).toBe('2022-10-01');
    expect(searchParams.get('to')).toBe('2022-10-31');
    expect(searchParams.get('station')).toBeNull();
  });
});

describe('strengthOf', () => {
  it.each([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [7, 3],
    [8, 4],
    [900, 4],
  ])('%i → %i', (count, strength) => expect(strengthOf(count)).toBe(strength));
});
