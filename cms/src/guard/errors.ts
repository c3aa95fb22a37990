import { ERROR_TEXT, type ErrorCode, type Locale, type Words } from '@jiedui/shared/text';
import type { Context } from 'koa';

/** A request that is refused for a reason the caller may know. `details.errors` name the fields. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(status: number, code: ErrorCode, details: Record<string, unknown> = {}) {
    super(ERROR_TEXT[code].en);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** Answers a refused request in the caller's language, with the seconds to wait where there are any. */
export function sendRefusal(ctx: Context, refusal: Refusal): void {
  const { retryAfter } = refusal.details;
  if (typeof retryAfter === 'number') ctx.set('Retry-After', String(retryAfter));
  ctx.status = refusal.status;
  ctx.body = errorBody(refusal, localeOf(ctx.get('accept-language')));
}

type ErrorBody = {
  data: null;
  error: { status: number; name: string; message: string; details: Record<string, unknown> };
};

/** The answer of a refused request, in Strapi's error shape, with its words in the caller's language. */
export function errorBody(refusal: Refusal, locale: Locale): ErrorBody {
  const { status, code, details } = refusal;
  const words = (details.words as Words | undefined) ?? ERROR_TEXT[code];
  return {
    data: null,
    error: { status, name: code, message: words[locale], details: { ...inLocale(details, locale), code } },
  };
}

/** The languages of a request: Chinese unless it asks for English first. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  return acceptLanguage?.trim().toLowerCase().startsWith('en') ? 'en' : 'zh';
}

function inLocale(details: Record<string, unknown>, locale: Locale): Record<string, unknown> {
  const { words: _, errors, ...rest } = details;
  if (!Array.isArray(errors)) return rest;
  return {
    ...rest,
    errors: errors.map((error: Record<string, unknown>) =>
      isWords(error.message) ? { ...error, message: error.message[locale], words: error.message } : error,
    ),
  };
}

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}
