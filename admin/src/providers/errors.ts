import { ERROR_TEXT, type Words } from '@jiedui/shared/text';
import type { HttpError } from '@refinedev/core';
import { isAxiosError } from 'axios';
import { asRow, type Row } from './row';

/** `path` leads into components: `['gifts', 1, 'pieces']`. */
export type FieldError = { path: (string | number)[]; code: string; message: string };

const LOCAL_TEXT: Record<string, Words> = {
  NETWORK: {
    zh: '连接不上服务器,请检查网络后重试。',
    en: 'The server cannot be reached; check the network and try again.',
  },
  UNKNOWN: { zh: '出现意外错误,请重试。', en: 'Something unexpected happened; please try again.' },
};

/** What the server refused, with its stable code; also what Refine takes for an HTTP error. */
export class ApiError extends Error implements HttpError {
  override name = 'ApiError';
  constructor(
    readonly code: string,
    readonly statusCode: number,
    message: string,
    readonly fieldErrors: FieldError[] = [],
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }

  /** Seconds to wait before the next try, where the server gave them. */
  get retryAfter(): number | null {
    const seconds = Number(this.details.retryAfter);
    return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
  }
}

/** Somebody else saved first: carries the record as it is now, so that both versions can be shown. */
export class ConflictError extends ApiError {
  override name = 'ConflictError';
  constructor(
    message: string,
    readonly current: Row | null,
  ) {
    super('REV_CONFLICT', 409, message);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const toStep = (step: unknown) => (typeof step === 'number' ? step : String(step));

function readFieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((item) => ({
    path: Array.isArray(item.path) ? item.path.map(toStep) : [],
    code: String(item.code ?? 'BAD_INPUT'),
    message: String(item.message ?? ''),
  }));
}

/** Reads the error body of the API; anything else becomes INTERNAL. */
export function readErrorBody(status: number, body: unknown): ApiError {
  const error = isObject(body) && isObject(body.error) ? body.error : {};
  const details = isObject(error.details) ? error.details : {};
  const code = typeof details.code === 'string' ? details.code : 'INTERNAL';
  const message = typeof error.message === 'string' ? error.message : '';
  if (code === 'REV_CONFLICT') return new ConflictError(message, asRow(details.current));
  return new ApiError(code, status, message, readFieldErrors(details.errors), details);
}

/** Turns whatever was thrown into an ApiError. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (!isAxiosError(error)) return new ApiError('UNKNOWN', 0, error instanceof Error ? error.message : '');
  if (!error.response) return new ApiError('NETWORK', 0, error.message);
  return readErrorBody(error.response.status, error.response.data);
}

/** The words of an error: the stable code's own words first, then what the server wrote. */
export function errorWords(error: unknown): Words {
  const { code, message } = toApiError(error);
  const known = { ...LOCAL_TEXT, ...ERROR_TEXT } as Record<string, Words>;
  return known[code] ?? (message ? { zh: message, en: message } : (LOCAL_TEXT.UNKNOWN as Words));
}
