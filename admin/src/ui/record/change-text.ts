import type { Locale } from '@jiedui/shared/text';
import { optionWords } from '../../models/words';
import { formatInstant } from '../field/format';

// Long texts, and objects such as a definition, would drown the rest.
const LONGEST = 60;
const INSTANT = /^\d{4}-\d\d-\d\dT/;

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** One end of a change as a person reads it; a dash for nothing. */
export function changeText(resource: string, field: string, value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return { zh: value ? '是' : '否', en: value ? 'yes' : 'no' }[locale];
  if (typeof value === 'string') {
    return INSTANT.test(value) ? formatInstant(value) : short(optionWords(resource, field, value)[locale]);
  }
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return short(value.join('、'));
  return short(JSON.stringify(value));
}
