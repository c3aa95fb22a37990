import { describe, expect, it } from 'vitest';
import { listOf } from './statistics-data';

const months = { from: '2022-09', to: '2022-11' };
const paramsOf = (address: string | null) => {
  const { pathname, searchParams } = new URL(address ?? '', 'http://x');
  return [pathname, Object.fromEntries(searchParams)];
};

describe('listOf', () => {
  it('leads from a unit’s stories to the list of those of the days', () => {
    expect(paramsOf(listOf({ by: 'unit', ...months }, 'u1', 'withdrawn'))).toEqual([
      '/stories',
      {
        unit: 'u1',
        state: 'withdrawn',
        'withdrawnAt.from': '2022-09-01',
        'withdrawnAt.to': '2022-11-30',
      },
    ]);
  });

  it('leads from good practice to what is marked so', () => {
    const [, query] = paramsOf(listOf({ by: 'column', ...months }, 'c1', 'goodPractice'));
    expect(query).toMatchObject({ column: 'c1', goodPractice: 'true', 'releasedAt.to': '2022-11-30' });
  });

  it('leads from a level to the placements of the days', () => {
    expect(paramsOf(listOf({ by: 'placement', ...months }, '市日报', 'city'))).toEqual([
      '/media-placements',
      { outlet: '市日报', level: 'city', state: 'verified', from: '2022-09-01', to: '2022-11-30' },
    ]);
  });

  it('leads nowhere from the placements of a column', () => {
    expect(listOf({ by: 'column', ...months }, 'c1', 'city')).toBeNull();
  });
});
