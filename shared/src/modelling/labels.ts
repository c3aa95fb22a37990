import type { ModelSet } from '../model';
import { ENUM_TEXT, RESOURCE_TEXT, type Words } from '../text';

type Text = { label: Words; fields: Record<string, Words> };
const textOf = (resource: string): Text | undefined => (RESOURCE_TEXT as Record<string, Text>)[resource];

/** `visitCount` → `Visit count`: what an identifier says where nobody has given it words. */
export function humanized(identifier: string): string {
  const words = identifier
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The words of the model. `overrides` are those that the office has changed while the system runs; before them
 * stands nothing, behind them the labels of the model, Strapi's own view settings (one language), and the words of
 * the program.
 */
export class Labels {
  readonly #set: ModelSet;
  readonly #overrides: Readonly<Record<string, Words>>;

  constructor(set: ModelSet, overrides: Readonly<Record<string, Words>> = {}) {
    this.#set = set;
    this.#overrides = overrides;
  }

  ofType(uid: string, resource: string, displayName: string): Words {
    return this.#given(resource) ?? textOf(resource)?.label ?? mixed(displayName, resource, uid);
  }

  ofField(uid: string, resource: string, field: string): Words {
    const own = textOf(resource)?.fields[field];
    const given = this.#given(`${resource}.${field}`);
    if (given) return given;
    // Strapi writes the field's name as its label until somebody changes it.
    const view = this.#set.views[uid]?.metadatas[field]?.edit?.label;
    const chosen = view && view !== field ? view : null;
    if (own) return chosen ? { ...own, zh: chosen } : own;
    return mixed(chosen ?? field, field);
  }

  ofOption(resource: string, field: string, value: string): Words {
    const key = `${resource}.${field}`;
    return this.#given(`${key}.${value}`) ?? ENUM_TEXT[key]?.[value] ?? { zh: value, en: humanized(value) };
  }

  /** Help of a field; null for none. */
  ofHelp(uid: string, resource: string, field: string): Words | null {
    const given = this.#given(`${resource}.${field}?`);
    const view = this.#set.views[uid]?.metadatas[field]?.edit?.description;
    return given ?? (view ? { zh: view, en: view } : null);
  }

  #given(key: string): Words | undefined {
    return this.#overrides[key] ?? this.#set.labels[key];
  }
}

function mixed(zh: string, identifier: string, uid?: string): Words {
  const last = uid?.split('.').at(-1) ?? identifier;
  return { zh: zh || humanized(last), en: humanized(last) };
}
