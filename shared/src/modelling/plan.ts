import type { BaseTypes, ComponentSchema, ModelSet, TypeSchema } from '../model';
import type { Words } from '../text';
import { planAccess } from './plan-access';
import { entry, type Measure, type ModelPlan, type PlanEntry } from './plan-entry';
import { planFields, type Side, subjectOf } from './plan-fields';
import { componentOwner, Names, type Owner, same, typeOwner } from './plan-names';
import { type PlanContext, planRefused } from './plan-refused';

/**
 * What it means to go from one model to another, entry by entry, each a sentence. Nothing is counted here: an entry
 * says what to count (`measure`), and `withCounts` takes the numbers in. `context` is what the database holds.
 */
export function planModel(
  base: BaseTypes,
  before: ModelSet,
  after: ModelSet,
  context: PlanContext = { tables: [] },
): ModelPlan {
  const was: Side = { set: before, names: new Names(base, before) };
  const is: Side = { set: after, names: new Names(base, after) };
  return {
    entries: [
      ...planRefused(base, before, after, context),
      ...planTypes(was, is),
      ...planAdded(base, was, is),
      ...planComponents(was, is),
      ...planAccess(base, was, is),
      ...planViews(was, is),
      ...planLabels(was, is),
    ],
  };
}

function planTypes(before: Side, after: Side): PlanEntry[] {
  return keysOf(before.set.types, after.set.types).flatMap((uid) => {
    const [was, is] = [before.set.types[uid], after.set.types[uid]];
    const owner = typeOwner(uid, false);
    const fields = () => planFields(owner, before, after, was?.attributes, is?.attributes);
    if (!was) return [typeAdded(owner, after), ...fields()];
    if (!is) return [typeRemoved(owner, before)];
    return [...typeChanged(owner, was, is, after), ...fields()];
  });
}

function typeAdded(owner: Owner, { names }: Side): PlanEntry {
  const { zh, en } = names.type(owner.uid);
  return entry('additive', 'TYPE_ADDED', subjectOf(owner), {
    zh: `新增类型“${zh}”。`,
    en: `The type “${en}” is new.`,
  });
}

function typeRemoved(owner: Owner, { names }: Side): PlanEntry {
  const { zh, en } = names.type(owner.uid);
  return entry(
    'destructive',
    'TYPE_REMOVED',
    subjectOf(owner),
    { zh: `删除类型“${zh}”及其全部记录。`, en: `The type “${en}” is removed with all its records.` },
    { confirm: zh, measure: { of: 'records', uid: owner.uid } },
  );
}

function typeChanged(owner: Owner, was: TypeSchema, is: TypeSchema, { names }: Side): PlanEntry[] {
  const { zh, en } = names.type(owner.uid);
  const fixed = ({ kind, info }: TypeSchema) => [kind, info.singularName, info.pluralName];
  if (!same(fixed(was), fixed(is))) {
    const words = {
      zh: `类型“${zh}”的标识和种类不能更改,只能改显示名称。`,
      en: `The names and the kind of “${en}” in the API cannot change, only its display name.`,
    };
    return [entry('refused', 'TYPE_CHANGED', subjectOf(owner), words)];
  }
  return same(presented(was), presented(is)) ? [] : [renamed(owner, names.type(owner.uid))];
}

const presented = ({ info, options, pluginOptions }: TypeSchema) => [info, options, pluginOptions];

const renamed = (owner: Owner, { zh, en }: Words): PlanEntry =>
  entry('presentation', 'TYPE_PRESENTED', subjectOf(owner), {
    zh: `“${zh}”的名称或说明有调整。`,
    en: `The name or the description of “${en}” changes.`,
  });

/** Fields that the office adds to the program's own types. */
function planAdded(base: BaseTypes, before: Side, after: Side): PlanEntry[] {
  return keysOf(before.set.fields, after.set.fields)
    .filter((uid) => base[uid])
    .flatMap((uid) =>
      planFields(typeOwner(uid, true), before, after, before.set.fields[uid], after.set.fields[uid]),
    );
}

function planComponents(before: Side, after: Side): PlanEntry[] {
  return keysOf(before.set.components, after.set.components).flatMap((uid) => {
    const [was, is] = [before.set.components[uid], after.set.components[uid]];
    const owner = componentOwner(uid);
    const { zh, en } = (is ? after : before).names.type(uid);
    if (!was) {
      const words = { zh: `新增组件“${zh}”。`, en: `The component “${en}” is new.` };
      return [entry('additive', 'COMPONENT_ADDED', subjectOf(owner), words)];
    }
    if (!is) {
      const words = {
        zh: `删除组件“${zh}”及其全部内容。`,
        en: `The component “${en}” is removed with all it holds.`,
      };
      const measure: Measure = { of: 'records', uid };
      return [entry('destructive', 'COMPONENT_REMOVED', subjectOf(owner), words, { confirm: zh, measure })];
    }
    const shown = ({ info, options }: ComponentSchema) => [info, options];
    const other = same(shown(was), shown(is)) ? [] : [renamed(owner, { zh, en })];
    return [...other, ...planFields(owner, before, after, was.attributes, is.attributes)];
  });
}

function planViews(before: Side, after: Side): PlanEntry[] {
  return keysOf(before.set.views, after.set.views)
    .filter((uid) => !same(before.set.views[uid], after.set.views[uid]))
    .map((uid) => {
      const component = Boolean(after.set.components[uid] ?? before.set.components[uid]);
      const owner = component ? componentOwner(uid) : typeOwner(uid, false);
      const { zh, en } = (after.set.views[uid] ? after : before).names.type(uid);
      return entry('presentation', 'VIEW_CHANGED', subjectOf(owner), {
        zh: `“${zh}”的列表和表单布局有调整。`,
        en: `The list and form of “${en}” are laid out anew.`,
      });
    });
}

/** Words are counted a type at a time: their single keys say nothing to a person. */
function planLabels(before: Side, after: Side): PlanEntry[] {
  const changed = keysOf(before.set.labels, after.set.labels).filter(
    (key) => !same(before.set.labels[key], after.set.labels[key]),
  );
  if (changed.length === 0) return [];
  const words = {
    zh: `调整显示文字 ${changed.length} 处。`,
    en: `Words that are shown change in ${changed.length} places.`,
  };
  return [entry('presentation', 'LABELS_CHANGED', { resource: '' }, words)];
}

const keysOf = (one: object, other: object): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
