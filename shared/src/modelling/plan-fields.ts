import { MATRIX, ROLES, type Role } from '../access';
import { type Attribute, type ModelSet, normalAttribute } from '../model';
import { entry, type Measure, type PlanEntry, type PlanSubject, type TightenedRule } from './plan-entry';
import { type Names, type Owner, rolesWords, same } from './plan-names';

type Attributes = Readonly<Record<string, Attribute>>;
export type Side = { set: ModelSet; names: Names };
type Field = { owner: Owner; name: string; before: Side; after: Side };

const NO_ATTRIBUTES: Attributes = {};

/** What differs between the fields of a type or component before and after. */
export function planFields(
  owner: Owner,
  before: Side,
  after: Side,
  was: Attributes = NO_ATTRIBUTES,
  is: Attributes = NO_ATTRIBUTES,
): PlanEntry[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return names.flatMap((name) => {
    const field = { owner, name, before, after };
    const [old, fresh] = [was[name], is[name]];
    if (!old && fresh) return [added(field, fresh)];
    if (old && !fresh) return [removed(field, old)];
    return old && fresh && !same(old, fresh) ? changed(field, old, fresh) : [];
  });
}

export const subjectOf = ({ resource, component, uid }: Owner, field?: string): PlanSubject => ({
  resource,
  ...(component ? { component: uid } : {}),
  ...(field ? { field } : {}),
});

function added(field: Field, attribute: Attribute): PlanEntry {
  const { owner, name, after } = field;
  const [type, label] = [after.names.type(owner.uid), after.names.field(owner, name)];
  const shown = owner.component ? null : rolesWords(readersOf(owner, name, after.set));
  const who = {
    zh: shown ? `,能看到它的角色:${shown.zh}` : '',
    en: shown ? `; seen by: ${shown.en}` : '',
  };
  const isRelation = attribute.type === 'relation';
  return entry('additive', isRelation ? 'RELATION_ADDED' : 'FIELD_ADDED', subjectOf(owner, name), {
    zh: `“${type.zh}”新增${isRelation ? '关联' : '字段'}“${label.zh}”${who.zh}。`,
    en: `“${type.en}” gets the ${isRelation ? 'relation' : 'field'} “${label.en}”${who.en}.`,
  });
}

/** The roles that may read a type, of them those that may read the field. */
function readersOf({ resource, program }: Owner, field: string, { access, fieldAccess }: ModelSet): Role[] {
  const rules = program ? MATRIX[resource]?.read : access[resource]?.read;
  const readers = ROLES.filter((role) => rules?.[role] !== undefined);
  const only = fieldAccess[resource]?.[field]?.read;
  return only ? readers.filter((role) => only.includes(role)) : readers;
}

function removed({ owner, name, before }: Field, attribute: Attribute): PlanEntry {
  const [type, label] = [before.names.type(owner.uid), before.names.field(owner, name)];
  const subject = subjectOf(owner, name);
  if (attribute.mappedBy) {
    return entry('presentation', 'INVERSE_REMOVED', subject, {
      zh: `“${type.zh}”不再列出“${label.zh}”,数据保留在关联的另一方。`,
      en: `“${type.en}” no longer lists “${label.en}”; the data stay on the other side.`,
    });
  }
  return entry(
    'destructive',
    'FIELD_REMOVED',
    subject,
    {
      zh: `删除“${type.zh}”的字段“${label.zh}”及其全部内容。`,
      en: `The field “${label.en}” of “${type.en}” is removed with all it holds.`,
    },
    { confirm: label.zh, measure: { of: 'values', uid: owner.uid, field: name } },
  );
}

function changed(field: Field, was: Attribute, is: Attribute): PlanEntry[] {
  const [old, fresh] = [storageOf(was), storageOf(is)];
  if (!same(old, fresh)) return [otherKind(field)];
  const found = [...rules(field, was, is), ...options(field, was, is), ...parts(field, was, is)];
  return found.length > 0 ? found : [detail(field)];
}

/** How a value is kept: what differs here cannot be changed while there are values. */
function storageOf(attribute: Attribute): unknown[] {
  const { type, relation, target, mappedBy, inversedBy, component, repeatable, useJoinTable } =
    normalAttribute(attribute);
  if (type === 'relation') return [relation, target, mappedBy, inversedBy, useJoinTable !== false];
  if (type === 'component') return [type, component, repeatable === true];
  return [['email', 'uid', 'enumeration'].includes(type) ? 'string' : type];
}

function otherKind({ owner, name, after }: Field): PlanEntry {
  const [type, label] = [after.names.type(owner.uid), after.names.field(owner, name)];
  return entry('refused', 'FIELD_KIND', subjectOf(owner, name), {
    zh: `“${type.zh}”的字段“${label.zh}”不能改为另一种类型。请新增一个字段,再删除原字段。`,
    en: `The field “${label.en}” of “${type.en}” cannot become another kind. Add a new field and remove this one.`,
  });
}

const BOUNDS = [
  ['min', 1, '最小值', 'least value'],
  ['max', -1, '最大值', 'greatest value'],
  ['minLength', 1, '最少字数', 'least length'],
  ['maxLength', -1, '最多字数', 'greatest length'],
] as const;

function rules(field: Field, was: Attribute, is: Attribute): PlanEntry[] {
  const found: PlanEntry[] = [];
  if (!was.required && is.required) found.push(tightened(field, { rule: 'required' }, '必填', 'required'));
  if (was.required && !is.required) found.push(loosened(field, '不再必填', 'is no longer required'));
  if (!was.unique && is.unique) found.push(tightened(field, { rule: 'unique' }, '不得重复', 'unique'));
  if (was.unique && !is.unique) found.push(loosened(field, '可以重复', 'may repeat'));
  if (was.type === 'media' && was.multiple && !is.multiple) {
    found.push(tightened(field, { rule: 'single' }, '只放一个文件', 'one file only'));
  }
  if (was.type === 'media' && !was.multiple && is.multiple) {
    found.push(loosened(field, '可放多个文件', 'may hold several files'));
  }
  for (const [rule, direction, zh, en] of BOUNDS) {
    const [old, fresh] = [was[rule], is[rule]];
    if (old === fresh) continue;
    if (fresh === undefined) found.push(loosened(field, `不再限制${zh}`, `has no ${en} any more`));
    else if (old === undefined || (Number(fresh) - Number(old)) * direction > 0) {
      const bound = Number(fresh);
      found.push(tightened(field, { rule, bound }, `${zh} ${bound}`, `${en} ${bound}`));
    } else found.push(loosened(field, `${zh}放宽为 ${fresh}`, `has the ${en} ${fresh} now`));
  }
  if (was.regex !== is.regex) found.push(otherForm(field));
  return found;
}

function tightened(field: Field, rule: TightenedRule, zh: string, en: string): PlanEntry {
  const { owner, name, after } = field;
  const [type, label] = [after.names.type(owner.uid), after.names.field(owner, name)];
  const measure: Measure = { of: 'misfits', uid: owner.uid, field: name, ...rule };
  return entry(
    'check',
    'RULE_TIGHTENED',
    subjectOf(owner, name),
    {
      zh: `“${type.zh}”的字段“${label.zh}”改为:${zh}。`,
      en: `The field “${label.en}” of “${type.en}” becomes: ${en}.`,
    },
    { measure },
  );
}

function loosened({ owner, name, after }: Field, zh: string, en: string): PlanEntry {
  const [type, label] = [after.names.type(owner.uid), after.names.field(owner, name)];
  return entry('additive', 'RULE_LOOSENED', subjectOf(owner, name), {
    zh: `“${type.zh}”的字段“${label.zh}”${zh}。`,
    en: `The field “${label.en}” of “${type.en}” ${en}.`,
  });
}

/** No database reads our patterns: whoever edits such a record is told then. */
function otherForm({ owner, name, after }: Field): PlanEntry {
  const [type, label] = [after.names.type(owner.uid), after.names.field(owner, name)];
  return entry('check', 'FORM_CHANGED', subjectOf(owner, name), {
    zh: `“${type.zh}”的字段“${label.zh}”规定了新的格式,不符合的旧内容在下次修改时须更正。`,
    en: `The field “${label.en}” of “${type.en}” has a new form; old values that do not fit are to be corrected at their next change.`,
  });
}

function options({ owner, name, before, after }: Field, was: Attribute, is: Attribute): PlanEntry[] {
  const type = after.names.type(owner.uid);
  const label = after.names.field(owner, name);
  const subject = (option: string) => ({ ...subjectOf(owner, name), option });
  const gone = (was.enum ?? []).filter((option) => is.enum && !is.enum.includes(option));
  const fresh = (is.enum ?? []).filter((option) => was.enum && !was.enum.includes(option));
  return [
    ...gone.map((option) => {
      const words = before.names.option(owner, name, option);
      return entry(
        'check',
        'OPTION_REMOVED',
        subject(option),
        {
          zh: `“${type.zh}”的字段“${label.zh}”去掉选项“${words.zh}”。`,
          en: `The field “${label.en}” of “${type.en}” loses the option “${words.en}”.`,
        },
        { confirm: words.zh, measure: { of: 'option', uid: owner.uid, field: name, option } },
      );
    }),
    ...fresh.map((option) => {
      const words = after.names.option(owner, name, option);
      return entry('additive', 'OPTION_ADDED', subject(option), {
        zh: `“${type.zh}”的字段“${label.zh}”新增选项“${words.zh}”。`,
        en: `The field “${label.en}” of “${type.en}” gets the option “${words.en}”.`,
      });
    }),
  ];
}

/** What a dynamic zone may hold. */
function parts({ owner, name, before, after }: Field, was: Attribute, is: Attribute): PlanEntry[] {
  const type = after.names.type(owner.uid);
  const label = after.names.field(owner, name);
  // A component that goes altogether has an entry of its own.
  const gone = (was.components ?? []).filter(
    (uid) => after.set.components[uid] && !is.components?.includes(uid),
  );
  const fresh = (is.components ?? []).filter((uid) => !was.components?.includes(uid));
  const subject = (component: string) => ({ ...subjectOf(owner, name), component });
  return [
    ...gone.map((uid) => {
      const part = before.names.type(uid);
      return entry(
        'check',
        'PART_REMOVED',
        subject(uid),
        {
          zh: `“${type.zh}”的字段“${label.zh}”不能再添加组件“${part.zh}”。`,
          en: `The field “${label.en}” of “${type.en}” takes no more “${part.en}”.`,
        },
        { confirm: part.zh, measure: { of: 'part', uid: owner.uid, field: name, component: uid } },
      );
    }),
    ...fresh.map((uid) => {
      const part = after.names.type(uid);
      return entry('additive', 'PART_ADDED', subject(uid), {
        zh: `“${type.zh}”的字段“${label.zh}”可以添加组件“${part.zh}”。`,
        en: `The field “${label.en}” of “${type.en}” takes “${part.en}” too.`,
      });
    }),
  ];
}

function detail({ owner, name, after }: Field): PlanEntry {
  const [type, label] = [after.names.type(owner.uid), after.names.field(owner, name)];
  return entry('presentation', 'FIELD_DETAIL', subjectOf(owner, name), {
    zh: `“${type.zh}”的字段“${label.zh}”的说明、默认值等有调整。`,
    en: `Details of the field “${label.en}” of “${type.en}” change, such as its default.`,
  });
}
