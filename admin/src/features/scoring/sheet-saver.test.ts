import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, ConflictError, type FieldError } from '../../providers/errors';
import { SheetSaver } from './sheet-saver';
import { type SheetContent, SheetStore } from './sheet-store';

const empty: SheetContent = { entries: {}, comment: '' };

function setUp(send: (content: SheetContent, rev: number) => Promise<number>) {
  const store = new SheetStore(empty);
  const ports = {
    send: vi.fn(send),
    load: vi.fn(async () => ({ entries: { A: { points: 9 } }, comment: '', rev: 7 })),
    check: vi.fn((_content: SheetContent): FieldError[] => []),
    keep: vi.fn(),
    drop: vi.fn(),
  };
  const saver = new SheetSaver(store, 1, ports);
  store.subscribe(saver.changed);
  return { store, saver, ports };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('autosave', () => {
  it('saves once a moment after the last of many changes, with the revision it has', async () => {
    const { store, saver, ports } = setUp(async (_content, rev) => rev + 1);
    store.setEntry('A', { points: 1 });
    store.setEntry('A', { points: 12 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(ports.send.mock.calls).toEqual([[{ entries: { A: { points: 12 } }, comment: '' }, 1]]);
    expect(saver.state().kind).toBe('saved');
    expect(saver.rev()).toBe(2);
    expect(ports.drop).toHaveBeenCalledTimes(1);
  });

  it('keeps every change on the device before it is sent', () => {
    const { store, ports } = setUp(async () => 2);
    store.setEntry('A', { points: 1 });
    expect(ports.keep).toHaveBeenCalledWith({ entries: { A: { points: 1 } }, comment: '' }, 1);
    expect(ports.send).not.toHaveBeenCalled();
  });

  it('never has two saves on the way, and sends what came in between afterwards', async () => {
    let finish: (rev: number) => void = () => {};
    const { store, ports } = setUp(() => new Promise((resolve) => (finish = resolve)));
    store.setEntry('A', { points: 1 });
    await vi.advanceTimersByTimeAsync(1000);
    store.setEntry('A', { points: 2 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(ports.send).toHaveBeenCalledTimes(1);
    finish(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(ports.send).toHaveBeenCalledTimes(2);
    expect(ports.send.mock.calls[1]).toEqual([{ entries: { A: { points: 2 } }, comment: '' }, 2]);
  });

  it('tries again after a lost network and loses nothing', async () => {
    let online = false;
    const { store, saver, ports } = setUp(async () => {
      if (!online) throw new ApiError('NETWORK', 0, '');
      return 2;
    });
    store.setEntry('A', { points: 1 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(saver.state().kind).toBe('offline');
    expect(ports.drop).not.toHaveBeenCalled();
    online = true;
    await vi.advanceTimersByTimeAsync(6000);
    expect(saver.state().kind).toBe('saved');
  });

  it('shows both sides of a clash and saves the chosen one over the newer revision', async () => {
    let clash = true;
    const { store, saver, ports } = setUp(async (_content, rev) => {
      if (clash) throw new ConflictError('', null);
      return rev + 1;
    });
    store.setEntry('A', { points: 1 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(saver.state()).toMatchObject({ kind: 'conflict', theirs: { rev: 7 } });
    store.setEntry('B', { points: 2 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ports.send).toHaveBeenCalledTimes(1);
    clash = false;
    saver.resolve(store.content());
    await vi.advanceTimersByTimeAsync(1000);
    expect(ports.send.mock.calls[1]?.[1]).toBe(7);
    expect(saver.rev()).toBe(8);
  });

  it('tells what both sides began from, so that a line only they changed can be kept', async () => {
    let clash = false;
    const { store, saver } = setUp(async (_content, rev) => {
      if (clash) throw new ConflictError('', null);
      return rev + 1;
    });
    store.setEntry('B', { points: 1 });
    await vi.advanceTimersByTimeAsync(1000);
    clash = true;
    store.setEntry('C', { points: 1 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(saver.state()).toMatchObject({ kind: 'conflict', base: { entries: { B: { points: 1 } } } });
  });

  it('sees that the other version is its own when only the answer of a save was lost', async () => {
    const { store, saver, ports } = setUp(async () => {
      throw new ConflictError('', null);
    });
    store.setEntry('A', { points: 9 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(saver.state().kind).toBe('saved');
    expect(saver.rev()).toBe(7);
    expect(ports.drop).toHaveBeenCalledTimes(1);
  });

  /** Refuses three decimal places, as the server does. */
  const strict = async (content: SheetContent, rev: number) => {
    const wrong = Object.entries(content.entries).filter(([, { points = 0 }]) => !Number.isInteger(points));
    if (wrong.length === 0) return rev + 1;
    const errors = wrong.map(([code]) => ({
      path: ['entries', code, 'points'],
      code: 'BAD_INPUT',
      message: `${code} 最多两位小数`,
    }));
    throw new ApiError('BAD_INPUT', 400, '', errors);
  };

  it('saves the others when one value is refused, and keeps that one with the words of the server', async () => {
    const { store, saver, ports } = setUp(strict);
    store.setEntry('A', { points: 1.234 });
    store.setEntry('B', { points: 2 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(ports.send.mock.lastCall).toEqual([{ entries: { B: { points: 2 } }, comment: '' }, 1]);
    expect(saver.state()).toMatchObject({ kind: 'partly', refused: 1 });
    expect([saver.refusals('A'), saver.refusals('B')]).toEqual([['A 最多两位小数'], []]);
    expect(saver.refusals('A')).toBe(saver.refusals('A'));
    expect(store.entry('A')).toEqual({ points: 1.234 });
    expect(ports.keep).toHaveBeenLastCalledWith(store.content(), 2);
    expect(ports.drop).not.toHaveBeenCalled();
    expect(await saver.flush()).toBe(false);
  });

  it('sends no refused value again until it changes, and leaves what was saved of it before', async () => {
    const { store, saver, ports } = setUp(strict);
    store.setEntry('A', { points: 3 });
    await vi.advanceTimersByTimeAsync(1000);
    store.setEntry('A', { points: 3.456 });
    await vi.advanceTimersByTimeAsync(1000);
    const before = ports.send.mock.calls.length;
    store.setEntry('B', { points: 1 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(ports.send.mock.calls.slice(before).map(([content]) => content.entries)).toEqual([
      { A: { points: 3 }, B: { points: 1 } },
    ]);
    store.setEntry('A', { points: 4 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(ports.send.mock.lastCall?.[0].entries).toEqual({ A: { points: 4 }, B: { points: 1 } });
    expect(saver.state().kind).toBe('saved');
    expect(saver.refusals('A')).toEqual([]);
    expect(ports.drop).toHaveBeenCalledTimes(2);
  });

  it('does not even send what it knows to be wrong, and says so without a network', async () => {
    const { store, saver, ports } = setUp(async () => {
      throw new ApiError('NETWORK', 0, '');
    });
    ports.check.mockReturnValue([{ path: ['entries', 'A', 'points'], code: 'BAD_INPUT', message: '太大' }]);
    store.setEntry('A', { points: 99 });
    store.setEntry('B', { points: 1 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(ports.send.mock.lastCall?.[0].entries).toEqual({ B: { points: 1 } });
    expect(saver.refusals('A')).toEqual(['太大']);
    expect(saver.state().kind).toBe('offline');
    expect(ports.keep).toHaveBeenLastCalledWith(store.content(), 1);
  });

  it('gives up when the server names nothing that could be left out', async () => {
    const { store, saver, ports } = setUp(async () => {
      throw new ApiError('BAD_INPUT', 400, '', [{ path: ['comment'], code: 'BAD_INPUT', message: '太长' }]);
    });
    store.setEntry('A', { points: 1 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saver.state().kind).toBe('refused');
    expect(ports.send).toHaveBeenCalledTimes(1);
    expect(ports.drop).not.toHaveBeenCalled();
  });

  it('flushes at once and tells whether all is on the server', async () => {
    const { store, saver } = setUp(async (_content, rev) => rev + 1);
    store.setEntry('A', { points: 1 });
    expect(await saver.flush()).toBe(true);
    expect(saver.rev()).toBe(2);
  });
});
