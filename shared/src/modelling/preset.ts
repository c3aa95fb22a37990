import { type Attribute, checkValue } from '../model';
import type { Words } from '../text';

type Preset = { value: unknown } | { message: Words };

const YES = ['true', '是', 'yes'];
const NO = ['false', '否', 'no'];
const KINDS = [
  'string',
  'text',
  'email',
  'integer',
  'float',
  'decimal',
  'boolean',
  'enumeration',
  'date',
  'time',
];

/** What a field is filled with beforehand, from the text that the office has typed, checked by the field's rules. */
export function presetOf(attribute: Attribute, text: string): Preset {
  if (!KINDS.includes(attribute.type)) {
    return { message: { zh: '此类字段不能预填。', en: 'A field of this kind cannot be prefilled.' } };
  }
  const value = typed(attribute, text.trim());
  const wrong = checkValue(attribute, value);
  return wrong ? { message: wrong.message } : { value };
}

function typed(attribute: Attribute, text: string): unknown {
  if (['integer', 'float', 'decimal'].includes(attribute.type)) return Number(text);
  if (attribute.type !== 'boolean') return text;
  if (YES.includes(text)) return true;
  return NO.includes(text) ? false : text;
}
