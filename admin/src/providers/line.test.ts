import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** Answers a look for the server with each status in turn; 0 is no answer. */
function server(...statuses: number[]) {
  const asked = vi.fn(async () => {
    const status = statuses.shift() ?? 0;
    if (status === 0) throw new TypeError('Failed to fetch');
    return { status };
  });
  vi.stubGlobal('fetch', asked);
  return asked;
}

const freshLine = () => import('./line');

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the line to the server', () => {
  it('is down from the first request without an answer until one is answered, and tells each change once', async () => {
    server();
    const { isDown, noteAnswer, onLineBack } = await freshLine();
    const back = vi.fn();
    onLineBack(back);
    const seen = [true, false, false, true, true].map((answered) => {
      noteAnswer(answered);
      return isDown();
    });
    expect(seen).toEqual([false, true, true, false, false]);
    expect(back).toHaveBeenCalledTimes(1);
  });

  it('looks for the server by itself, less and less often', async () => {
    const asked = server(0, 0, 204);
    const { isDown, noteAnswer } = await freshLine();
    noteAnswer(false);
    const looks: number[] = [];
    for (const wait of [1_999, 1, 5_000, 10_000, 60_000]) {
      await vi.advanceTimersByTimeAsync(wait);
      looks.push(asked.mock.calls.length);
    }
    expect(looks).toEqual([0, 1, 2, 3, 3]);
    expect(isDown()).toBe(false);
  });

  it.each([
    [200, 'a hall’s own sign-in page'],
    [502, 'a proxy without its server'],
  ])('does not take an answer of %i for the server: %s', async (status) => {
    server(status);
    const { isDown, noteAnswer } = await freshLine();
    noteAnswer(false);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(isDown()).toBe(true);
  });

  it('begins down on a device that knows itself to be without a network', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const { isDown } = await freshLine();
    expect(isDown()).toBe(true);
  });
});
