import { describe, expect, it } from 'vitest';
import { indices, visibleRange } from './visible-range';

describe('visibleRange', () => {
  it.each([
    [{ count: 500, size: 30, scroll: 0, view: 300, spare: 2 }, { from: 0, to: 12 }, 'at the start'],
    [{ count: 500, size: 30, scroll: 3000, view: 300, spare: 2 }, { from: 98, to: 112 }, 'in the middle'],
    [{ count: 500, size: 30, scroll: 14_700, view: 300, spare: 2 }, { from: 488, to: 500 }, 'at the end'],
    [{ count: 3, size: 30, scroll: 0, view: 900, spare: 2 }, { from: 0, to: 3 }, 'fewer than fit'],
    [
      { count: 10, size: 30, scroll: 9000, view: 300, spare: 0 },
      { from: 10, to: 10 },
      'scrolled past a list that became short',
    ],
    [{ count: 0, size: 30, scroll: 0, view: 300, spare: 2 }, { from: 0, to: 0 }, 'nothing'],
  ])('%j → %j (%s)', (axis, expected) => expect(visibleRange(axis)).toEqual(expected));

  it('lists the indices', () => expect(indices({ from: 2, to: 5 })).toEqual([2, 3, 4]));
});
