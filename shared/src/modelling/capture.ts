import { OFFICE_ONLY } from '../access';
import { contentHash } from '../canonical';
import {
  type Attribute,
  type BaseTypes,
  type ComponentSchema,
  type ModelSet,
  normalAttribute,
  resourceOfUid,
  type TypeSchema,
} from '../model';
import type { Words } from '../text';
import { Labels } from './labels';
import { KEPT } from './merge';

/** What lies in the builder's folder after it has saved, by uid. */
export type FoundModel = {
  types: Readonly<Record<string, TypeSchema>>;
  components: Readonly<Record<string, ComponentSchema>>;
};

/** The model that the builder has made, and what of it was not taken over, in words. */
export type Captured = { set: ModelSet; notices: Words[] };

type Attributes = Readonly<Record<string, Attribute>>;

/**
 * Makes the office's model of what the builder has written: the types that are not the program's, and the fields
 * that were added to the program's. What was changed or taken away of the program itself stays as it is, with a
 * notice. `before` is the model from which the builder started: its words, views and access rules are kept for
 * all that is still there.
 */
export function captureModel(base: BaseTypes, found: FoundModel, before: ModelSet): Captured {
  const notices: Words[] = [];
  const types: ModelSet['types'] = {};
  const fields: ModelSet['fields'] = {};
  const say = new Notices(before, notices);
  for (const [uid, schema] of sorted(found.types)) {
    if (!Object.hasOwn(base, uid)) types[uid] = capturedType(schema, say);
  }
  for (const [uid, schema] of sorted(base)) {
    const now = found.types[uid];
    if (!now) say.kept(uid, schema);
    const missing = now ? Object.keys(schema.attributes).filter((name) => !now.attributes[name]) : [];
    for (const name of missing) say.restored(uid, schema, name);
    const added = addedTo(uid, schema, now?.attributes ?? before.fields[uid] ?? {}, say);
    if (Object.keys(added).length > 0) fields[uid] = added;
  }
  const components = Object.fromEntries(
    sorted(found.components).map(([uid, schema]) => [uid, capturedComponent(schema)]),
  );
  return {
    set: { ...before, ...rulesOf(before, { types, fields, components }), types, fields, components },
    notices,
  };
}

const sorted = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));

function capturedType(schema: TypeSchema, say: Notices): TypeSchema {
  const { kind, collectionName, info, options, attributes } = schema;
  if (options?.draftAndPublish) say.noDrafts(schema);
  const own = Object.entries(attributes).filter(([name]) => !Object.hasOwn(KEPT, name));
  return {
    kind,
    collectionName,
    info: withoutEmpty(info),
    options: { ...withoutEmpty(options ?? {}), draftAndPublish: false },
    ...pluginsOf(schema.pluginOptions),
    attributes: Object.fromEntries(own.map(([name, attribute]) => [name, captured(attribute)])),
  };
}

function capturedComponent({ collectionName, info, options, attributes }: ComponentSchema): ComponentSchema {
  return {
    collectionName,
    info: withoutEmpty(info),
    options: withoutEmpty(options ?? {}),
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, attribute]) => [name, captured(attribute)]),
    ),
  };
}

/** Words of one language only are kept in a record here: the plugin for translated records has no say. */
function pluginsOf(options: Record<string, unknown> | undefined): {
  pluginOptions?: Record<string, unknown>;
} {
  const { i18n: _, ...rest } = options ?? {};
  return Object.keys(rest).length > 0 ? { pluginOptions: rest } : {};
}

function captured(attribute: Attribute): Attribute {
  const { pluginOptions, ...rest } = normalAttribute(attribute);
  return withoutEmpty({ ...rest, ...pluginsOf(pluginOptions) });
}

/** Strapi writes what is not set as well, in its own way; one spelling keeps equal models equal. */
function withoutEmpty<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== undefined && one !== null),
  ) as T;
}

/** The fields of a program's type that are the office's. */
function addedTo(uid: string, base: TypeSchema, now: Attributes, say: Notices): Record<string, Attribute> {
  const added: Record<string, Attribute> = {};
  for (const [name, attribute] of Object.entries(now)) {
    const own = base.attributes[name];
    if (own) {
      if (isChanged(own, attribute)) say.restored(uid, base, name);
    } else if (!Object.hasOwn(KEPT, name)) added[name] = captured(attribute);
  }
  return added;
}

/** Whether the builder changed a field of the program. It may lose keys that it does not know itself. */
function isChanged(own: Attribute, now: Attribute): boolean {
  const bare = (attribute: Attribute) => {
    const { configurable: _, pluginOptions: __, ...rest } = normalAttribute(attribute);
    return contentHash(withoutEmpty(rest));
  };
  return bare(own) !== bare(now);
}

type Shape = Pick<ModelSet, 'types' | 'fields' | 'components'>;

/** Views, words and access rules of all that is still there; a new type starts with the office alone. */
function rulesOf(
  before: ModelSet,
  shape: Shape,
): Pick<ModelSet, 'views' | 'labels' | 'access' | 'fieldAccess'> {
  const gone = goneOf(before, shape);
  const resources = new Set(Object.keys(shape.types).map(resourceOfUid));
  const access = Object.fromEntries(
    [...resources].map((resource) => [resource, before.access[resource] ?? OFFICE_ONLY]),
  );
  return {
    views: kept(before.views, (uid) => !gone.uids.has(uid)),
    labels: kept(before.labels, (key) => !gone.labels.some((label) => isPartOf(key, label))),
    access,
    fieldAccess: Object.fromEntries(
      Object.entries(before.fieldAccess)
        .map(([resource, fields]) => [
          resource,
          kept(fields, (name) => !gone.labels.some((label) => isPartOf(`${resource}.${name}`, label))),
        ])
        .filter(([, fields]) => Object.keys(fields as object).length > 0),
    ),
  };
}

/** Whether a word's key is that of a type or field, or of something in it: `visit.reason?` of `visit.reason`. */
const isPartOf = (key: string, label: string) =>
  key === label || key.startsWith(`${label}.`) || key === `${label}?`;

function goneOf(before: ModelSet, now: Shape): { uids: Set<string>; labels: string[] } {
  const uids = [...Object.keys(before.types), ...Object.keys(before.components)].filter(
    (uid) => !now.types[uid] && !now.components[uid],
  );
  const labels = uids.map((uid) => (before.types[uid] ? resourceOfUid(uid) : uid));
  const places = (shape: Shape): [string, Attributes][] => [
    ...Object.entries(shape.types).map(([uid, { attributes }]): [string, Attributes] => [
      resourceOfUid(uid),
      attributes,
    ]),
    ...Object.entries(shape.components).map(([uid, { attributes }]): [string, Attributes] => [
      uid,
      attributes,
    ]),
    ...Object.entries(shape.fields).map(([uid, fields]): [string, Attributes] => [
      resourceOfUid(uid),
      fields,
    ]),
  ];
  const there = new Map(places(now));
  for (const [owner, attributes] of places(before)) {
    for (const name of Object.keys(attributes)) {
      if (!Object.hasOwn(there.get(owner) ?? {}, name)) labels.push(`${owner}.${name}`);
    }
  }
  return { uids: new Set(uids), labels };
}

const kept = <T>(record: Readonly<Record<string, T>>, keep: (key: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => keep(key)));

class Notices {
  readonly #labels: Labels;
  readonly #list: Words[];

  constructor(before: ModelSet, list: Words[]) {
    this.#labels = new Labels(before);
    this.#list = list;
  }

  kept(uid: string, schema: TypeSchema): void {
    const { zh, en } = this.#type(uid, schema);
    this.#list.push({
      zh: `“${zh}”是系统自带的类型,不能删除,已恢复。`,
      en: `“${en}” comes with the system and cannot be removed; it has been put back.`,
    });
  }

  restored(uid: string, schema: TypeSchema, field: string): void {
    const type = this.#type(uid, schema);
    const { zh, en } = this.#labels.ofField(uid, resourceOfUid(uid), field);
    this.#list.push({
      zh: `“${type.zh}”的字段“${zh}”是系统自带的,不能修改,已恢复。`,
      en: `The field “${en}” of “${type.en}” comes with the system and cannot be changed; it has been put back.`,
    });
  }

  noDrafts({ info: { displayName } }: TypeSchema): void {
    this.#list.push({
      zh: `“${displayName}”选用了“草稿与发布”,本系统的记录保存后立即生效,已关闭该选项。`,
      en: `“${displayName}” had drafts switched on; records take effect when they are saved here, so it is off.`,
    });
  }

  #type(uid: string, schema: TypeSchema): Words {
    return this.#labels.ofType(uid, resourceOfUid(uid), schema.info.displayName);
  }
}
