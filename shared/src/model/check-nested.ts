import { ERROR_TEXT } from '../text/errors';
import type { Attribute } from './attribute';
import { checkValue, type FieldError, fieldError } from './check';
import type { ComponentSchema } from './schema';

/** The components that a type's fields may hold, by uid. */
export type Components = Readonly<Record<string, Pick<ComponentSchema, 'attributes'>>>;

const MOST_LINKS = 500;
const MOST_PARTS = 200;
/** A component within a component within a component: Strapi's own builder goes no deeper. */
const DEEPEST = 4;

/** What belongs to a component itself and not to its fields: its row, and in a zone which component it is. */
const OWN_KEYS = ['id', '__component'];

/**
 * Checks one value of any kind against its attribute, with what lies within it. The paths of what is wrong begin with
 * `path`. Files do not come through a record's body: they have their own way in.
 */
export function checkField(
  path: FieldError['path'],
  attribute: Attribute,
  value: unknown,
  components: Components,
): FieldError[] {
  switch (attribute.type) {
    case 'relation':
      return toMany(attribute) ? checkLinks(path, attribute, value) : checkPlain(path, attribute, value);
    case 'component':
      return attribute.repeatable
        ? checkParts(path, attribute, value, () => attribute.component, components)
        : checkOne(path, attribute, value, components);
    case 'dynamiczone':
      return checkParts(path, attribute, value, (part) => componentOf(part, attribute), components);
    case 'media':
      return [fieldError(path, 'UNKNOWN_FIELD')];
    default:
      return checkPlain(path, attribute, value);
  }
}

const toMany = ({ relation }: Attribute) => relation !== 'manyToOne' && relation !== 'oneToOne';

function checkPlain(path: FieldError['path'], attribute: Attribute, value: unknown): FieldError[] {
  const found = checkValue(attribute, value);
  return found ? [{ path, ...found }] : [];
}

const wrong = (path: FieldError['path'], zh: string, en: string): FieldError =>
  fieldError(path, 'WRONG_TYPE', { zh: `应为${zh}。`, en: `Should be ${en}.` });

function checkLinks(path: FieldError['path'], attribute: Attribute, value: unknown): FieldError[] {
  const list = value ?? [];
  if (!Array.isArray(list)) return [wrong(path, '从列表中选择', 'choices from the list')];
  const at = list.findIndex((one) => typeof one !== 'string');
  if (at >= 0) return [wrong([...path, at], '从列表中选择', 'a choice from the list')];
  return checkCount(path, attribute, list, MOST_LINKS);
}

function checkCount(
  path: FieldError['path'],
  attribute: Attribute,
  list: readonly unknown[],
  most: number,
): FieldError[] {
  if (list.length === 0) return attribute.required ? [fieldError(path, 'REQUIRED')] : [];
  const min = Number(attribute.min ?? 0);
  const max = Math.min(Number(attribute.max ?? most), most);
  if (list.length >= min && list.length <= max) return [];
  const zh =
    list.length < min ? `至少 ${min} 项,现有 ${list.length} 项。` : `最多 ${max} 项,现有 ${list.length} 项。`;
  const en =
    list.length < min
      ? `At least ${min}; there are ${list.length}.`
      : `At most ${max}; there are ${list.length}.`;
  return [fieldError(path, 'OUT_OF_RANGE', { zh, en })];
}

function checkOne(
  path: FieldError['path'],
  attribute: Attribute,
  value: unknown,
  components: Components,
): FieldError[] {
  if (value === null || value === undefined) return attribute.required ? [fieldError(path, 'REQUIRED')] : [];
  return checkPart(path, attribute.component, value, components);
}

function checkParts(
  path: FieldError['path'],
  attribute: Attribute,
  value: unknown,
  uidOf: (part: unknown) => string | undefined,
  components: Components,
): FieldError[] {
  const list = value ?? [];
  if (!Array.isArray(list)) return [wrong(path, '列表', 'a list')];
  const count = checkCount(path, attribute, list, MOST_PARTS);
  // A list far too long is not gone through item by item.
  if (count.length > 0) return count;
  return list.flatMap((part, at) => checkPart([...path, at], uidOf(part), part, components));
}

function componentOf(part: unknown, attribute: Attribute): string | undefined {
  const uid = isObject(part) ? part.__component : undefined;
  return attribute.components?.find((one) => one === uid);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkPart(
  path: FieldError['path'],
  uid: string | undefined,
  part: unknown,
  components: Components,
): FieldError[] {
  const attributes = uid === undefined ? undefined : components[uid]?.attributes;
  if (!attributes) return [fieldError([...path, '__component'], 'NOT_AN_OPTION')];
  if (!isObject(part)) return [wrong(path, '结构化内容', 'structured content')];
  if (path.length > DEEPEST * 2) return [{ path, code: 'TOO_LONG', message: ERROR_TEXT.TOO_LONG }];
  const unknown = Object.keys(part)
    .filter((key) => !OWN_KEYS.includes(key) && !Object.hasOwn(attributes, key))
    .map((key) => fieldError([...path, key], 'UNKNOWN_FIELD'));
  const inner = Object.entries(attributes).flatMap(([name, attribute]) => {
    const value = part[name] === undefined ? (attribute.default ?? null) : part[name];
    // Files of a component are kept with it; they come and go by their own way.
    if (attribute.type === 'media') return [];
    // So is a password, which nobody can send back.
    if (attribute.type === 'password' && part.id !== undefined && value === null) return [];
    return checkField([...path, name], attribute, value, components);
  });
  return [...unknown, ...inner];
}

/** Whether a value holds anything: an empty text and an empty list hold nothing. */
export function isFilled(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}
