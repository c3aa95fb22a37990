import type { FieldDescription } from '@jiedui/shared/model';
import type { Locale, Words } from '@jiedui/shared/text';
import { getModels, modelOfResource } from '../../models/store';
import { optionWords } from '../../models/words';
import { formatInstant } from '../field/format';
import { blocksText } from '../field/plain-text';
import { COMPONENT } from '../forms/form-values';

// Long texts, and objects such as a definition, would drown the rest.
const LONGEST = 60;
const INSTANT = /^\d{4}-\d\d-\d\dT/;

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** One end of a change as a person reads it; a dash for nothing. */
export function changeText(resource: string, field: string, value: unknown, locale: Locale): string {
  return short(textOf(resource, field, value, locale) || '—');
}

/** Which files a change brought and which it took away; null where it is about something else. */
export function filesText(
  resource: string,
  path: string,
  [gone, added]: [unknown, unknown],
  locale: Locale,
): string | null {
  // Files of a component stand under their own path: `gifts.12.photo`.
  if (!path.includes('.') && describedField(resource, path)?.kind !== 'files') return null;
  const told = (names: unknown, words: Words) =>
    Array.isArray(names) && names.length > 0 ? [`${words[locale]}${names.join('、')}`] : [];
  return [...told(added, { zh: '新增 ', en: 'added ' }), ...told(gone, { zh: '移除 ', en: 'removed ' })].join(
    ';',
  );
}

function textOf(resource: string, field: string, value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return { zh: value ? '是' : '否', en: value ? 'yes' : 'no' }[locale];
  if (typeof value === 'string') {
    return INSTANT.test(value) ? formatInstant(value) : optionWords(resource, field, value)[locale];
  }
  const description = describedField(resource, field);
  if (description?.kind === 'blocks') return blocksText(value);
  if (description?.kind === 'component' || description?.kind === 'zone') {
    return partsText(description, value, locale);
  }
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join('、');
  return JSON.stringify(value);
}

/** A field of a type, or of a component by its uid. */
function describedField(resource: string, field: string): FieldDescription | undefined {
  const models = getModels();
  return (modelOfResource(models, resource) ?? models.components[resource])?.fields[field];
}

/** What a part of the record holds: `品名 大米、件数 2`; entries are divided by a semicolon. */
function partsText({ attribute }: FieldDescription, value: unknown, locale: Locale): string {
  const entries = (Array.isArray(value) ? value : [value]) as Record<string, unknown>[];
  return entries
    .map((entry) => {
      const uid = String(entry[COMPONENT] ?? attribute.component ?? '');
      return Object.entries(entry)
        .map(([name, inner]) => {
          const label = describedField(uid, name)?.label[locale];
          const text = label ? textOf(uid, name, inner, locale) : '';
          return text && `${label} ${text}`;
        })
        .filter(Boolean)
        .join('、');
    })
    .join(';');
}
