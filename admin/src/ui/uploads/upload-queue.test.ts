import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, ConflictError } from '../../providers/errors';
import { type Chosen, UploadQueue } from './upload-queue';

const lost = () => new ApiError('NETWORK', 0, '');
const file = (key: string): Chosen => ({ key, name: `${key}.jpg`, content: new Blob([key]) });

/** A queue whose sendings end in turn as the answers say: a revision, or what is thrown. */
function queueWith(...answers: (number | Error)[]) {
  const sent: [key: string, rev: number][] = [];
  const ports = {
    send: vi.fn(async ({ key }: Chosen, rev: number, progress: (share: number) => void) => {
      progress(0.5);
      const answer = answers[sent.length];
      sent.push([key, rev]);
      if (answer === undefined || answer instanceof Error) throw answer ?? lost();
      return answer;
    }),
    arrived: vi.fn(),
    keep: vi.fn(),
    drop: vi.fn(),
  };
  const queue = new UploadQueue(ports);
  const states = () => queue.uploads().files.map(({ key, state }) => `${key} ${state}`);
  return { queue, ports, sent, states };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the files on their way', () => {
  it('are sent one after the other, each for the revision of the one before', async () => {
    const { queue, ports, sent, states } = queueWith(2, 3, 4);
    queue.seen(1);
    queue.add([file('a'), file('b'), file('c')]);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    expect(states()).toEqual(['a sent', 'b sent', 'c sent']);
    expect(ports.arrived).toHaveBeenCalledTimes(3);
    expect(queue.isBusy()).toBe(false);
    queue.seen(4);
    expect(states()).toEqual([]);
  });

  it('are kept on the device from the start until they have arrived', async () => {
    const { queue, ports } = queueWith(2, lost());
    queue.add([file('a'), file('b')]);
    expect(ports.keep).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(0);
    expect(ports.drop.mock.calls).toEqual([['a']]);
  });

  it('are tried again on a lost line, ever more slowly, by the same key, and are not lost', async () => {
    const { queue, sent, states } = queueWith(lost(), lost(), 2, 3);
    queue.seen(1);
    queue.add([file('a'), file('b')]);
    await vi.advanceTimersByTimeAsync(0);
    expect(states()).toEqual(['a waiting', 'b waiting']);
    expect(queue.uploads().lost).toBe(true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(3_999);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent.map(([key]) => key)).toEqual(['a', 'a', 'a', 'b']);
    expect(queue.uploads().lost).toBe(false);
  });

  it('go on at once when the line is back', async () => {
    const { queue, sent } = queueWith(lost(), 2);
    queue.add([file('a')]);
    await vi.advanceTimersByTimeAsync(0);
    void queue.resume();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(2);
  });

  it('are put onto the revision that somebody else has made meanwhile', async () => {
    const current = { id: 'x', documentId: 'x', rev: 8 };
    const { queue, sent } = queueWith(new ConflictError('', current), 9);
    queue.seen(1);
    queue.add([file('a')]);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([
      ['a', 1],
      ['a', 8],
    ]);
    expect(queue.rev()).toBe(9);
  });

  it('do not wait for one that is refused, which can be tried again or given up', async () => {
    const refused = new ApiError('BAD_INPUT', 400, '');
    const { queue, ports, states } = queueWith(refused, 2, refused);
    queue.add([file('a'), file('b')]);
    await vi.advanceTimersByTimeAsync(0);
    expect(states()).toEqual(['a refused', 'b sent']);
    queue.retry('a');
    await vi.advanceTimersByTimeAsync(0);
    expect(states()).toEqual(['a refused', 'b sent']);
    expect(ports.drop).not.toHaveBeenCalledWith('a');
    queue.remove('a');
    expect(ports.drop).toHaveBeenCalledWith('a');
    expect(states()).toEqual(['b sent']);
  });

  it('wait for their person to sign in again', async () => {
    const { queue, states } = queueWith(new ApiError('SIGN_IN_REQUIRED', 401, ''), 2);
    queue.add([file('a')]);
    await vi.advanceTimersByTimeAsync(0);
    expect(states()).toEqual(['a waiting']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(states()).toEqual(['a sent']);
  });

  it('are there once, however often they are put in', async () => {
    const { queue, sent } = queueWith(2, 3);
    queue.add([file('a')]);
    queue.add([file('a')]);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(1);
  });
});
