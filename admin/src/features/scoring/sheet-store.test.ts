import { describe, expect, it, vi } from 'vitest';
import { SheetStore } from './sheet-store';

describe('a sheet of 60 indicators', () => {
  const codes = Array.from({ length: 60 }, (_, at) => `I${at}`);

  it('tells one row and the totals of a typed digit, not sixty rows', () => {
    const store = new SheetStore({ entries: {}, comment: '' });
    const rows = codes.map((code) => {
      const listener = vi.fn();
      store.subscribeTo(code, listener);
      return listener;
    });
    const totals = vi.fn();
    store.subscribe(totals);
    store.setEntry('I7', { points: 3 });
    expect(rows.filter((row) => row.mock.calls.length > 0)).toEqual([rows[7]]);
    expect(totals).toHaveBeenCalledTimes(1);
  });

  it('keeps the other entries the same objects, so that their rows see no change', () => {
    const store = new SheetStore({ entries: { I1: { points: 1 } }, comment: '' });
    const before = store.entry('I1');
    store.setEntry('I2', { points: 2 });
    expect(store.entry('I1')).toBe(before);
  });

  it('tells every row of another version', () => {
    const store = new SheetStore({ entries: { I1: { points: 1 } }, comment: '' });
    const row = vi.fn();
    store.subscribeTo('I1', row);
    store.replace({ entries: { I1: { points: 9 } }, comment: 'x' });
    expect(row).toHaveBeenCalledTimes(1);
    expect(store.entry('I1')).toEqual({ points: 9 });
  });
});
