import { dayOf, timeOf } from '@jiedui/shared/calendar';
import type { Locale } from '@jiedui/shared/text';

/** An instant as it stands on a clock in the district: `2022-11-16 09:30`. Empty for none. */
export const formatInstant = (value: unknown): string =>
  typeof value === 'string' && value ? `${dayOf(value)} ${timeOf(value)}` : '';

/** A number with grouped digits and all of its decimals; one beyond 2^53 comes as a text. Empty for none. */
export function formatNumber(value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === '') return '';
  const language = locale === 'zh' ? 'zh-CN' : 'en';
  if (typeof value === 'string' && /^-?\d{16,}$/.test(value)) return BigInt(value).toLocaleString(language);
  const number = Number(value);
  return Number.isFinite(number)
    ? number.toLocaleString(language, { maximumFractionDigits: 20 })
    : String(value);
}

/** Start and end; the day is written once when both fall on it. */
export function formatSpan(startsAt: unknown, endsAt: unknown): string {
  const start = formatInstant(startsAt);
  const end = formatInstant(endsAt);
  if (!start || !end) return start || end;
  return start.slice(0, 10) === end.slice(0, 10) ? `${start}–${end.slice(11)}` : `${start} – ${end}`;
}
