import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from './errors';
import { isUnanswered, type KeyHeader, sendOnce } from './send-once';

const lost = () => new ApiError('NETWORK', 0, '');
const refused = () => new ApiError('BAD_INPUT', 400, '');

/** Answers each sending in turn; what is an error is thrown. Notes the keys. */
function line(...answers: (string | Error)[]) {
  const keys: string[] = [];
  const send = async (headers: KeyHeader) => {
    keys.push(headers['Idempotency-Key']);
    const answer = answers[keys.length - 1];
    if (answer === undefined || answer instanceof Error) throw answer ?? lost();
    return answer;
  };
  return { keys, send };
}

let intents = 0;
function newIntent(): string {
  intents += 1;
  return `intent ${intents}`;
}

/** Lets the pauses pass. */
async function ended<T>(work: Promise<T>): Promise<T | Error> {
  const settled = work.catch((error: Error) => error);
  await vi.advanceTimersByTimeAsync(60_000);
  return settled;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('sendOnce', () => {
  it('sends once when it is answered', async () => {
    const { keys, send } = line('done');
    expect(await ended(sendOnce(newIntent(), send))).toBe('done');
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatch(/^[\w-]{8,64}$/);
  });

  it('sends again by the same key when the line was lost', async () => {
    const { keys, send } = line(lost(), new ApiError('INTERNAL', 503, ''), 'done');
    expect(await ended(sendOnce(newIntent(), send))).toBe('done');
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  it('gives up after the third time, and the same wish later has the same key', async () => {
    const intent = newIntent();
    const { keys, send } = line(lost(), lost(), lost(), 'done');
    expect(await ended(sendOnce(intent, send))).toMatchObject({ code: 'NETWORK' });
    expect(keys).toHaveLength(3);
    expect(await ended(sendOnce(intent, send))).toBe('done');
    expect(new Set(keys).size).toBe(1);
  });

  it.each([
    ['done', 'done'],
    ['refused', refused()],
  ])('has a new key for a new wish once it was %s', async (_, first) => {
    const intent = newIntent();
    const { keys, send } = line(first, 'done');
    await ended(sendOnce(intent, send));
    expect(await ended(sendOnce(intent, send))).toBe('done');
    expect(new Set(keys).size).toBe(2);
  });

  it('does not repeat what was refused', async () => {
    const { keys, send } = line(refused());
    expect(await ended(sendOnce(newIntent(), send))).toMatchObject({ code: 'BAD_INPUT' });
    expect(keys).toHaveLength(1);
  });
});

describe('isUnanswered', () => {
  it.each([
    [0, 'NETWORK', true],
    [502, 'INTERNAL', true],
    [504, 'INTERNAL', true],
    [500, 'INTERNAL', false],
    [409, 'REV_CONFLICT', false],
  ])('%s %s: %s', (status, code, expected) => {
    expect(isUnanswered(new ApiError(code, status, ''))).toBe(expected);
  });
});
