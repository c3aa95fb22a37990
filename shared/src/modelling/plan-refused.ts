import {
  ACTIONS,
  type Anchor,
  type RelationGraph,
  ROLE_ANCHOR,
  ROLES,
  reachPaths,
  SYSTEM_FIELDS,
} from '../access';
import {
  type Attribute,
  type BaseTypes,
  type ModelSet,
  normalAttribute,
  relationSide,
  resourceOfUid,
  type TypeSchema,
} from '../model';
import type { Words } from '../text';
import { entry, type PlanEntry, type PlanSubject } from './plan-entry';
import { subjectOf } from './plan-fields';
import { componentOwner, Names, type Owner, typeOwner } from './plan-names';

/** What the database already holds that no new table may be called. */
export type PlanContext = { tables: readonly string[] };

const STAFF = 'plugin::users-permissions.user';
/** Strapi's own names besides those of the product; `status` breaks its panel. */
const RESERVED = [...SYSTEM_FIELDS, 'status', 'meta', 'entryId', 'related', 'computed'];
/** First words of addresses below /api that are no record types. */
const RESERVED_PATHS = [
  'audit',
  'auth',
  'files',
  'imports',
  'model',
  'models',
  'presets',
  'rubric-imports',
  'session',
  'staff',
  'upload',
  'users',
  'workbench',
];
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
const TABLE_NAME = /^[a-z][a-z0-9_]*$/;
const TYPE_NAME = /^[a-z][a-z0-9-]*$/;
/** PostgreSQL cuts names at 63 bytes; what Strapi appends to them for tables of relations needs room. */
const LONGEST = 48;

type Refuse = (code: string, subject: PlanSubject, zh: string, en: string) => void;

/** Everything in a model that cannot be, whatever was before. */
export function planRefused(
  base: BaseTypes,
  before: ModelSet,
  after: ModelSet,
  context: PlanContext,
): PlanEntry[] {
  const found: PlanEntry[] = [];
  const refuse: Refuse = (code, subject, zh, en) => found.push(entry('refused', code, subject, { zh, en }));
  const names = new Names(base, after);
  refuseTables(base, before, after, context, names, refuse);
  for (const [uid, schema] of Object.entries(after.types)) {
    const owner = typeOwner(uid, false);
    if (base[uid]) {
      refuse(
        'PROGRAM_TYPE',
        subjectOf(owner),
        `“${names.type(uid).zh}”是系统自带类型,不能替换。`,
        `“${names.type(uid).en}” belongs to the program and cannot be replaced.`,
      );
      continue;
    }
    refuseTypeName(base, after, uid, names, refuse);
    refuseLocalized(schema, owner, names, refuse);
    refuseFields(base, after, owner, schema.attributes, {}, names, refuse);
  }
  for (const [uid, added] of Object.entries(after.fields)) {
    const owner = typeOwner(uid, true);
    const own = base[uid]?.attributes;
    if (own) refuseFields(base, after, owner, added, own, names, refuse);
    else
      refuse(
        'TYPE_UNKNOWN',
        subjectOf(owner),
        `没有类型“${uid}”,不能为它添加字段。`,
        `There is no type “${uid}” to add fields to.`,
      );
  }
  for (const [uid, { attributes }] of Object.entries(after.components)) {
    refuseFields(base, after, componentOwner(uid), attributes, {}, names, refuse);
  }
  refuseAccess(base, after, names, refuse);
  return found;
}

function refuseTables(
  base: BaseTypes,
  before: ModelSet,
  after: ModelSet,
  { tables }: PlanContext,
  names: Names,
  refuse: Refuse,
): void {
  const seen = new Set([...Object.values(base).map(({ collectionName }) => collectionName), ...tables]);
  const all = [...Object.entries(after.types), ...Object.entries(after.components)];
  const old = new Map(
    [...Object.entries(before.types), ...Object.entries(before.components)].map(([uid, schema]) => [
      uid,
      schema.collectionName,
    ]),
  );
  const mine = new Set<string>();
  for (const [uid, { collectionName }] of all) {
    const owner = after.components[uid] ? componentOwner(uid) : typeOwner(uid, false);
    const label = names.type(uid);
    const clash = mine.has(collectionName) || (seen.has(collectionName) && old.get(uid) !== collectionName);
    mine.add(collectionName);
    if (!TABLE_NAME.test(collectionName) || collectionName.length > LONGEST) {
      refuse(
        'TABLE_NAME',
        subjectOf(owner),
        `“${label.zh}”的数据表名“${collectionName}”不可用:小写字母开头,只含小写字母、数字和下划线,不超过 ${LONGEST} 个字符。`,
        `The table name “${collectionName}” of “${label.en}” is not usable: lower-case letters, digits and underscores, at most ${LONGEST}.`,
      );
    } else if (clash) {
      refuse(
        'TABLE_TAKEN',
        subjectOf(owner),
        `“${label.zh}”的数据表名“${collectionName}”已被占用,请换一个。`,
        `The table name “${collectionName}” of “${label.en}” is taken; choose another.`,
      );
    } else if (old.has(uid) && old.get(uid) !== collectionName) {
      refuse(
        'TABLE_CHANGED',
        subjectOf(owner),
        `“${label.zh}”的数据表名不能更改。`,
        `The table name of “${label.en}” cannot change.`,
      );
    }
  }
}

function refuseTypeName(base: BaseTypes, after: ModelSet, uid: string, names: Names, refuse: Refuse): void {
  const schema = after.types[uid];
  if (!schema) return;
  const { singularName, pluralName } = schema.info;
  const label = names.type(uid);
  const subject = subjectOf(typeOwner(uid, false));
  const others = Object.entries({ ...base, ...after.types }).filter(([other]) => other !== uid);
  const taken = others.some(([, { info }]) =>
    [info.singularName, info.pluralName].some((name) => name === singularName || name === pluralName),
  );
  const wellFormed =
    TYPE_NAME.test(singularName) && TYPE_NAME.test(pluralName) && singularName !== pluralName;
  if (!wellFormed || resourceOfUid(uid) !== singularName || !uid.startsWith('api::')) {
    refuse(
      'TYPE_NAME',
      subject,
      `类型“${label.zh}”的标识“${singularName}”(复数“${pluralName}”)不可用:小写字母开头,只含小写字母、数字和连字符,单数复数不同。`,
      `The names “${singularName}” and “${pluralName}” of “${label.en}” are not usable: lower-case letters, digits and hyphens, and not the same.`,
    );
  } else if (taken || RESERVED_PATHS.includes(pluralName) || RESERVED_PATHS.includes(singularName)) {
    refuse(
      'TYPE_NAME_TAKEN',
      subject,
      `类型“${label.zh}”的标识“${singularName}”已被占用,请换一个。`,
      `The name “${singularName}” of “${label.en}” is taken; choose another.`,
    );
  }
}

/** Strapi deletes what is in other languages when a type is no longer localized. */
function refuseLocalized(schema: TypeSchema, owner: Owner, names: Names, refuse: Refuse): void {
  const { i18n } = (schema.pluginOptions ?? {}) as { i18n?: { localized?: boolean } };
  if (!i18n?.localized) return;
  const { zh, en } = names.type(owner.uid);
  refuse(
    'LOCALIZED',
    subjectOf(owner),
    `“${zh}”启用了多语言内容,本系统不支持,请关闭。`,
    `“${en}” is localized, which this product does not support; switch it off.`,
  );
}

function refuseFields(
  base: BaseTypes,
  after: ModelSet,
  owner: Owner,
  fields: Readonly<Record<string, Attribute>>,
  program: Readonly<Record<string, Attribute>>,
  names: Names,
  refuse: Refuse,
): void {
  const type = names.type(owner.uid);
  const columns = new Map(columnsOf(program));
  for (const [name, attribute] of Object.entries(fields)) {
    const label = names.field(owner, name);
    const no = (code: string, zh: string, en: string) =>
      refuse(
        code,
        subjectOf(owner, name),
        `“${type.zh}”的字段“${label.zh}”(${name})${zh}`,
        `The field “${label.en}” (${name}) of “${type.en}” ${en}`,
      );
    if (Object.hasOwn(program, name)) {
      no(
        'PROGRAM_FIELD',
        '与系统自带字段同名,请换一个标识。',
        'has the name of a field of the program; choose another.',
      );
      continue;
    }
    if (RESERVED.includes(name)) {
      no('FIELD_RESERVED', '的标识是系统保留的,请换一个。', 'has a reserved name; choose another.');
      continue;
    }
    const column = columnOf(name, attribute);
    if (!FIELD_NAME.test(name) || column.length > LONGEST) {
      no(
        'FIELD_NAME',
        `的标识不可用:字母开头,只含字母、数字和下划线,不超过 ${LONGEST} 个字符。`,
        `has a name that is not usable: letters, digits and underscores, at most ${LONGEST}.`,
      );
      continue;
    }
    if (RESERVED_COLUMNS.includes(column)) {
      no('FIELD_RESERVED', '的标识是系统保留的,请换一个。', 'has a reserved name; choose another.');
    } else if (columns.has(column)) {
      no(
        'COLUMN_TAKEN',
        `与字段“${columns.get(column)}”在数据库中同名,请换一个标识。`,
        `has the same name in the database as “${columns.get(column)}”; choose another.`,
      );
    }
    columns.set(column, name);
    refuseAttribute(base, after, owner, attribute, name, no);
  }
}

/** As Strapi names columns: at every change between small, large and digits (`team2` → `team_2`). */
function snakeCase(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([A-Za-z])(\d)/g, '$1_$2')
    .replace(/(\d)([A-Za-z])/g, '$1_$2')
    .replace(/_+/g, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase();
}

/** The field's name as the database writes it. */
function columnOf(name: string, attribute: Attribute): string {
  const snake = snakeCase(name);
  const { type } = attribute;
  return type === 'relation' && relationSide(normalAttribute(attribute)) === 'column' ? `${snake}_id` : snake;
}

const columnsOf = (fields: Readonly<Record<string, Attribute>>): [string, string][] =>
  Object.entries(fields).map(([name, attribute]) => [columnOf(name, attribute), name]);

const RESERVED_COLUMNS = columnsOf(
  Object.fromEntries(SYSTEM_FIELDS.map((name) => [name, { type: 'string' }])),
)
  .map(([column]) => column)
  .concat('created_by_id', 'updated_by_id');

function refuseAttribute(
  base: BaseTypes,
  after: ModelSet,
  owner: Owner,
  attribute: Attribute,
  name: string,
  no: (code: string, zh: string, en: string) => void,
): void {
  const components = [attribute.component ?? [], attribute.components ?? []].flat();
  for (const uid of components) {
    if (!after.components[uid])
      no(
        'COMPONENT_UNKNOWN',
        `用到的组件“${uid}”不存在。`,
        `uses the component “${uid}”, which does not exist.`,
      );
  }
  if (attribute.type !== 'relation') return;
  const target = attribute.target ?? '';
  const other = attributesOf(base, after, target);
  if (!other) {
    no('RELATION_TARGET', `关联的类型“${target}”不存在。`, `leads to “${target}”, which does not exist.`);
    return;
  }
  const partner = attribute.mappedBy ?? attribute.inversedBy;
  if (!partner) return;
  const back = other[partner];
  const agrees =
    back?.type === 'relation' &&
    back.target === owner.uid &&
    (attribute.mappedBy ? back.inversedBy === name : back.mappedBy === name);
  if (!agrees)
    no(
      'RELATION_SIDE',
      `的另一方“${partner}”不存在或不相符。`,
      `names the other side “${partner}”, which is missing or does not agree.`,
    );
}

function attributesOf(base: BaseTypes, after: ModelSet, uid: string): Record<string, Attribute> | null {
  if (uid === STAFF) return {};
  const own = after.types[uid]?.attributes;
  if (own) return own;
  const program = base[uid]?.attributes;
  return program ? { ...after.fields[uid], ...program } : null;
}

function refuseAccess(base: BaseTypes, after: ModelSet, names: Names, refuse: Refuse): void {
  const byResource = new Map(Object.keys(after.types).map((uid) => [resourceOfUid(uid), uid]));
  const graph = graphOf(base, after);
  for (const [resource, rules] of Object.entries(after.access)) {
    const uid = byResource.get(resource);
    if (!uid) {
      refuse(
        'ACCESS_UNKNOWN',
        { resource },
        `“${resource}”不是新建的类型,不能为它设定权限。`,
        `“${resource}” is not a type of the office; its access cannot be set.`,
      );
      continue;
    }
    const label = names.type(uid);
    for (const role of ROLES) {
      const anchor = ROLE_ANCHOR[role];
      for (const path of new Set(ACTIONS.flatMap((action) => pathsOf(rules[action]?.[role])))) {
        if (anchor && leads(graph, resource, anchor, path)) continue;
        const words = roleAndPath(role, path);
        refuse(
          'ACCESS_PATH',
          { resource },
          `“${label.zh}”的权限:${words.zh}`,
          `Access to “${label.en}”: ${words.en}`,
        );
      }
    }
  }
  for (const [resource, fields] of Object.entries(after.fieldAccess)) {
    const uid = [...Object.keys(base), ...Object.keys(after.types)].find(
      (one) => resourceOfUid(one) === resource,
    );
    const added = uid ? (after.types[uid]?.attributes ?? after.fields[uid]) : undefined;
    for (const field of Object.keys(fields)) {
      if (added?.[field]) continue;
      refuse(
        'FIELD_ACCESS_UNKNOWN',
        { resource, field },
        `“${resource}”没有新增字段“${field}”,不能为它设定权限。`,
        `“${resource}” has no added field “${field}” whose access could be set.`,
      );
    }
  }
}

const pathsOf = (rule: unknown): string[] => (Array.isArray(rule) ? rule : []);

const leads = (graph: RelationGraph, resource: string, anchor: Anchor, path: string): boolean =>
  reachPaths(graph, resource, anchor).includes(path);

function roleAndPath(role: string, path: string): Words {
  return {
    zh: `路径“${path}”不能由记录找到角色 ${role} 所属的对象,请重新选择。`,
    en: `the path “${path}” does not lead to what the role ${role} belongs to; choose again.`,
  };
}

/** Relations to one record, of every type. */
function graphOf(base: BaseTypes, after: ModelSet): RelationGraph {
  const graph: Record<string, Record<string, string>> = {};
  for (const uid of [...Object.keys(base), ...Object.keys(after.types)]) {
    const relations = Object.entries(attributesOf(base, after, uid) ?? {})
      .filter(([, attribute]) => attribute.type === 'relation')
      .filter(([, attribute]) => relationSide(normalAttribute(attribute)) === 'column')
      .map(([name, { target }]) => [name, resourceOfUid(target ?? '')]);
    graph[resourceOfUid(uid)] = Object.fromEntries(relations);
  }
  return graph;
}
