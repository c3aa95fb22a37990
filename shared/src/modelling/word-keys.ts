import { ENUM_TEXT, MENU_TEXT, RESOURCE_TEXT, type Words } from '../text';
import { MENU_KEY } from './changed-words';
import type { DescribedType } from './describe-models';
import type { Labels } from './labels';

/** Words that the office may change, as the program and the model have them. */
export type WordKey = { key: string; words: Words; group: string };

/** The group of the menu's entries; the others are named after their type. */
export const MENU_GROUP = 'menu';

/** Where the console keeps the list of a type that has no page of its own. */
export const listAddress = (path: string): string => `/records/${path}`;

const NOT_SHOWN = ['rev', 'example', 'createdAt', 'updatedAt'];

/** Every key with its own words: menu entries, types, fields and options. `own` knows no changed words. */
export function wordKeys(types: readonly DescribedType[], own: Labels): WordKey[] {
  return [...menuKeys(types, own), ...types.flatMap((type) => typeKeys(type, own))];
}

function menuKeys(types: readonly DescribedType[], own: Labels): WordKey[] {
  const program = Object.entries(MENU_TEXT).map(([to, words]) => ({ to, words: words as Words }));
  const others = types.map(({ uid, resource, path, displayName }) => ({
    to: listAddress(path),
    words: own.ofType(uid, resource, displayName),
  }));
  return [...program, ...others].map(({ to, words }) => ({
    key: `${MENU_KEY}${to}`,
    words,
    group: MENU_GROUP,
  }));
}

function typeKeys({ uid, resource, displayName, attributes }: DescribedType, own: Labels): WordKey[] {
  const known = Object.keys((RESOURCE_TEXT as Record<string, { fields: object }>)[resource]?.fields ?? {});
  const fields = [...new Set([...known, ...Object.keys(attributes)])].filter(
    (name) => !NOT_SHOWN.includes(name),
  );
  const keys: [string, Words][] = [[resource, own.ofType(uid, resource, displayName)]];
  for (const field of fields) {
    const key = `${resource}.${field}`;
    keys.push([key, own.ofField(uid, resource, field)]);
    for (const value of attributes[field]?.enum ?? Object.keys(ENUM_TEXT[key] ?? {}))
      keys.push([`${key}.${value}`, own.ofOption(resource, field, value)]);
  }
  return keys.map(([key, words]) => ({ key, words, group: resource }));
}
