import type { ErrorCode } from '../text/errors';
import type { Words } from '../text/words';

/** A value, or why the cell cannot be one and what would be. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; expected: Words };

export const value = <T>(of: T): Outcome<T> => ({ ok: true, value: of });

export const refuse = (code: ErrorCode, zh: string, en: string): Outcome<never> => ({
  ok: false,
  code,
  expected: { zh, en },
});
