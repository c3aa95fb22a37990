import type { Attribute } from '../model';
import type { Names, ValueKind } from './expression';

/** Long texts stay out: what is joined from them would be long too. */
const KINDS: Record<string, ValueKind> = {
  string: 'text',
  email: 'text',
  uid: 'text',
  enumeration: 'text',
  date: 'text',
  datetime: 'text',
  time: 'text',
  integer: 'number',
  float: 'number',
  decimal: 'number',
  boolean: 'flag',
};

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** What expressions about a type may name. `titleOf` tells the field that names what a relation leads to. */
export function namesOf(
  attributes: Readonly<Record<string, Attribute>>,
  titleOf: (relation: string) => string | null,
): Names {
  const fields: Record<string, ValueKind> = {};
  const relations: Record<string, string> = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    if (!NAME.test(name) || attribute.private) continue;
    const kind = KINDS[attribute.type];
    if (kind) fields[name] = kind;
    const title = attribute.type === 'relation' ? titleOf(name) : null;
    if (title && NAME.test(title)) relations[name] = title;
  }
  return { fields, relations };
}
