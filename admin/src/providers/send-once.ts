import { nanoid } from 'nanoid';
import { toApiError } from './errors';

/** Pauses before a write is sent again whose answer has not come, in milliseconds. */
const PAUSES = [1_000, 3_000];

/** How long an answer to a write is waited for: a line that has died says nothing. In milliseconds. */
export const PATIENCE = 30_000;

/** What a proxy answers for a server that it does not reach. */
const GATEWAY = [502, 503, 504];

/** The header by which the server knows a request again. */
export type KeyHeader = { 'Idempotency-Key': string };

/** A key for one write. Not the browser's own UUIDs, which it gives out over https only. */
export const newKey = (): string => nanoid();

export const keyHeader = (key: string): KeyHeader => ({ 'Idempotency-Key': key });

/** Whether nobody can tell if the server has done it. */
export function isUnanswered(error: unknown): boolean {
  const { code, statusCode } = toApiError(error);
  return code === 'NETWORK' || GATEWAY.includes(statusCode);
}

/** A device that knows itself to be without a line says so at once. */
const isOffline = (): boolean => globalThis.navigator?.onLine === false;

const open = new Map<string, string>();

/**
 * Sends a write that must not be done twice, again after a lost line. `intent` says what is wanted, with the revision
 * it is wanted for: should nothing come of it here, the same wish of the person later goes by the same key. Throws
 * ApiError.
 */
export async function sendOnce<T>(intent: string, send: (headers: KeyHeader) => Promise<T>): Promise<T> {
  const key = open.get(intent) ?? newKey();
  open.set(intent, key);
  for (let turn = 0; ; turn += 1) {
    try {
      const answer = await send(keyHeader(key));
      open.delete(intent);
      return answer;
    } catch (error) {
      const pause = PAUSES[turn];
      if (!isUnanswered(error)) open.delete(intent);
      if (!isUnanswered(error) || pause === undefined || isOffline()) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
