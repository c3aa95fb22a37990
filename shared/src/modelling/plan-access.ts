import { ACTIONS, type Action, type FieldAccess, type Role } from '../access';
import type { BaseTypes } from '../model';
import type { Words } from '../text';
import { entry, type PlanEntry } from './plan-entry';
import type { Side } from './plan-fields';
import { rolesWords, rowsWords, same, typeOwner } from './plan-names';

const VERBS: Record<Action | 'export' | 'import', Words> = {
  read: { zh: '查看', en: 'read' },
  create: { zh: '新建', en: 'create' },
  update: { zh: '修改', en: 'change' },
  delete: { zh: '删除', en: 'delete' },
  export: { zh: '导出', en: 'export' },
  import: { zh: '导入', en: 'import' },
};

/** Who may do what, where that differs before and after; a type that goes needs no such word. */
export function planAccess(base: BaseTypes, before: Side, after: Side): PlanEntry[] {
  const uids = [...Object.keys(base), ...Object.keys(after.set.types)].sort();
  return uids.flatMap((uid) => [
    ...typeAccess(uid, before, after),
    ...fieldsAccess(uid, Boolean(base[uid]), before, after),
  ]);
}

function typeAccess(uid: string, before: Side, after: Side): PlanEntry[] {
  const { resource } = typeOwner(uid, false);
  const type = after.names.type(uid);
  const [was, is] = [before.set.access[resource], after.set.access[resource]];
  const rows = ACTIONS.filter((action) => !same(was?.[action], is?.[action])).map((action) =>
    told(VERBS[action], type, rowsWords(was?.[action]), rowsWords(is?.[action])),
  );
  const roles = (['export', 'import'] as const)
    .filter((right) => !same(was?.[right], is?.[right]))
    .map((right) => told(VERBS[right], type, rolesWords(was?.[right] ?? []), rolesWords(is?.[right] ?? [])));
  return [...rows, ...roles].map((words) => entry('access', 'ACCESS_CHANGED', { resource }, words));
}

const told = (verb: Words, type: Words, was: Words, is: Words): Words => ({
  zh: `“${type.zh}”的${verb.zh}权限:原为${was.zh},改为${is.zh}。`,
  en: `Who may ${verb.en} “${type.en}”: before ${was.en}; after ${is.en}.`,
});

function fieldsAccess(uid: string, program: boolean, before: Side, after: Side): PlanEntry[] {
  const owner = typeOwner(uid, program);
  const was = before.set.fieldAccess[owner.resource] ?? {};
  const is = after.set.fieldAccess[owner.resource] ?? {};
  const type = after.names.type(uid);
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  const attributes = program ? after.set.fields[uid] : after.set.types[uid]?.attributes;
  return names
    .filter((name) => attributes?.[name] && !same(was[name], is[name]))
    .map((name) => {
      const label = after.names.field(owner, name);
      const [old, fresh] = [fieldWords(was[name]), fieldWords(is[name])];
      return entry(
        'access',
        'FIELD_ACCESS_CHANGED',
        { resource: owner.resource, field: name },
        {
          zh: `“${type.zh}”的字段“${label.zh}”:原为${old.zh},改为${fresh.zh}。`,
          en: `The field “${label.en}” of “${type.en}”: before ${old.en}; after ${fresh.en}.`,
        },
      );
    });
}

function fieldWords(access: FieldAccess | undefined): Words {
  const part = (roles: readonly Role[] | undefined): Words =>
    roles ? rolesWords(roles) : { zh: '同记录', en: 'as the record' };
  const [read, write] = [part(access?.read), part(access?.write)];
  return { zh: `查看${read.zh}、填写${write.zh}`, en: `read by ${read.en}, written by ${write.en}` };
}
