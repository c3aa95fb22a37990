import { VENUE_KINDS } from '@jiedui/shared/activity';
import type { Words } from '@jiedui/shared/text';
import { optionWords } from '../../models/words';
import { formatInstant } from '../../ui/field/format';

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const YES_NO: Record<string, Words> = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } };

/** A value of the preview as people write it: words for codes, the district's clock for instants. */
export function valueText(
  say: (words: Words) => string,
  resource: string,
  field: string,
  value: unknown,
): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.length > 0 ? value.join('、') : '–';
  if (typeof value === 'boolean') return say(YES_NO[String(value)] as Words);
  if (typeof value !== 'string') return String(value);
  const venue = field === 'venueKind' ? VENUE_KINDS.find(({ code }) => code === value) : undefined;
  if (venue) return say(venue.words);
  return INSTANT.test(value) ? formatInstant(value) : say(optionWords(resource, field, value));
}
