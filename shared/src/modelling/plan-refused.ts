import { type BaseTypes, type ModelSet, resourceOfUid, type TypeSchema } from '../model';
import { entry, type PlanEntry } from './plan-entry';
import { subjectOf } from './plan-fields';
import { componentOwner, Names, type Owner, typeOwner } from './plan-names';
import { refuseAccess } from './plan-refused-access';
import { LONGEST, refuseFields } from './plan-refused-fields';
import type { Refusing } from './plan-refusing';

/** What the database already holds that no new table may be called. */
export type PlanContext = { tables: readonly string[] };

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
const TABLE_NAME = /^[a-z][a-z0-9_]*$/;
const TYPE_NAME = /^[a-z][a-z0-9-]*$/;

/** Everything in a model that cannot be, whatever was before. */
export function planRefused(
  base: BaseTypes,
  before: ModelSet,
  after: ModelSet,
  context: PlanContext,
): PlanEntry[] {
  const found: PlanEntry[] = [];
  const refuse: Refusing['refuse'] = (code, subject, zh, en) =>
    found.push(entry('refused', code, subject, { zh, en }));
  const names = new Names(base, after);
  const refusing = { base, after, names, refuse };
  refuseTables(refusing, before, context);
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
    refuseTypeName(refusing, uid);
    refuseLocalized(refusing, schema, owner);
    refuseFields(refusing, owner, schema.attributes);
  }
  for (const [uid, added] of Object.entries(after.fields)) {
    const owner = typeOwner(uid, true);
    const own = base[uid]?.attributes;
    if (own) refuseFields(refusing, owner, added, own);
    else
      refuse(
        'TYPE_UNKNOWN',
        subjectOf(owner),
        `没有类型“${uid}”,不能为它添加字段。`,
        `There is no type “${uid}” to add fields to.`,
      );
  }
  for (const [uid, { attributes }] of Object.entries(after.components)) {
    refuseFields(refusing, componentOwner(uid), attributes);
  }
  refuseAccess(refusing);
  return found;
}

function refuseTables(
  { base, after, names, refuse }: Refusing,
  before: ModelSet,
  { tables }: PlanContext,
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

function refuseTypeName({ base, after, names, refuse }: Refusing, uid: string): void {
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
function refuseLocalized({ names, refuse }: Refusing, schema: TypeSchema, owner: Owner): void {
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
