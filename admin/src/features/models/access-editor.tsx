import {
  ACTIONS,
  type AccessRules,
  type Action,
  type FieldAccess,
  OFFICE_ONLY,
  ROLES,
  type Role,
} from '@jiedui/shared/access';
import type { TypeDescription } from '@jiedui/shared/model';
import type { Words } from '@jiedui/shared/text';
import { Button, Checkbox, Collapse, Select } from 'antd';
import { useState } from 'react';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import { Notice } from '../../ui/notices';
import { pathsFor, type RuleValue, ruleOf, ruleValue } from './access-choices';
import { type Draft, modelActions } from './model-api';
import { useAction } from './use-action';

const ACTION_WORDS: Record<Action, Words> = {
  read: { zh: '查看', en: 'Read' },
  create: { zh: '新建', en: 'Create' },
  update: { zh: '修改', en: 'Change' },
  delete: { zh: '删除', en: 'Delete' },
};

const words = {
  none: {
    zh: '草稿中没有新的类型或字段。自带类型的权限由程序规定。',
    en: 'The draft holds no types or fields of your own. Access to the program’s types is fixed.',
  },
  role: { zh: '角色', en: 'Role' },
  no: { zh: '不可', en: 'No' },
  all: { zh: '全部', en: 'All' },
  own: { zh: '与本单位相关', en: 'That concern them' },
  export: { zh: '导出', en: 'Export' },
  import: { zh: '导入', en: 'Import' },
  fields: { zh: '字段', en: 'Fields' },
  readers: { zh: '谁能看', en: 'Who reads it' },
  writers: { zh: '谁能改', en: 'Who writes it' },
  asRecord: { zh: '同记录', en: 'As the record' },
  save: { zh: '保存权限', en: 'Save the access' },
};

type RuleProps = {
  value: RuleValue;
  paths: { path: string; words: Words }[];
  label: string;
  change: (value: RuleValue) => void;
};

/** Which rows: none, all, or those that concern the role by one of the ways there are. */
function RuleSelect({ value, paths, label, change }: RuleProps) {
  const { say } = useWords();
  const chosen = Array.isArray(value) ? value : [value];
  return (
    <Select
      mode="multiple"
      aria-label={label}
      className="access-rule"
      value={chosen}
      showSearch={false}
      options={[
        { value: 'none', label: say(words.no) },
        { value: 'all', label: say(words.all) },
        ...(paths.length > 0
          ? [
              {
                label: say(words.own),
                options: paths.map(({ path, words: text }) => ({ value: path, label: say(text) })),
              },
            ]
          : []),
      ]}
      onChange={(next: string[]) => {
        const last = next.at(-1);
        if (last === undefined || last === 'none') change('none');
        else if (last === 'all') change('all');
        else change(next.filter((one) => one !== 'none' && one !== 'all'));
      }}
    />
  );
}

type TypeProps = {
  draft: Draft;
  type: TypeDescription;
  rules: AccessRules;
  change: (rules: AccessRules) => void;
};

function TypeAccess({ draft, type, rules, change }: TypeProps) {
  const { say } = useWords();
  const set = (action: Action, role: Role, value: RuleValue) => {
    const { [role]: _, ...others } = rules[action] ?? {};
    const rule = ruleOf(value);
    change({ ...rules, [action]: rule === undefined ? others : { ...others, [role]: rule } });
  };
  const tick = (right: 'export' | 'import', role: Role, on: boolean) => {
    const others = (rules[right] ?? []).filter((one) => one !== role);
    change({ ...rules, [right]: on ? [...others, role] : others });
  };
  return (
    <div className="label-table-scroll">
      <table className="label-table">
        <thead>
          <tr>
            <th scope="col">{say(words.role)}</th>
            {ACTIONS.map((action) => (
              <th scope="col" key={action}>
                {say(ACTION_WORDS[action])}
              </th>
            ))}
            <th scope="col">{say(words.export)}</th>
            <th scope="col">{say(words.import)}</th>
          </tr>
        </thead>
        <tbody>
          {ROLES.map((role) => {
            const name = say(optionWords('staff', 'role', role));
            const paths = pathsFor(draft.graph, draft.described, type.resource, role);
            return (
              <tr key={role}>
                <th scope="row">{name}</th>
                {ACTIONS.map((action) => (
                  <td key={action}>
                    <RuleSelect
                      value={ruleValue(rules[action]?.[role])}
                      paths={paths}
                      label={`${name} · ${say(ACTION_WORDS[action])}`}
                      change={(value) => set(action, role, value)}
                    />
                  </td>
                ))}
                {(['export', 'import'] as const).map((right) => (
                  <td key={right} className="access-tick">
                    <Checkbox
                      aria-label={`${name} · ${say(words[right])}`}
                      checked={rules[right]?.includes(role) ?? false}
                      onChange={({ target }) => tick(right, role, target.checked)}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type FieldsProps = {
  type: TypeDescription;
  access: Record<string, FieldAccess>;
  change: (access: Record<string, FieldAccess>) => void;
};

function FieldsAccess({ type, access, change }: FieldsProps) {
  const { say } = useWords();
  const fields = Object.entries(type.fields).filter(
    ([name, field]) => (type.custom || field.added) && !['rev', 'example'].includes(name),
  );
  const roles = ROLES.map((role) => ({ value: role, label: say(optionWords('staff', 'role', role)) }));
  const set = (field: string, side: keyof FieldAccess, chosen: Role[]) => {
    const { [side]: _, ...other } = access[field] ?? {};
    change({ ...access, [field]: chosen.length > 0 ? { ...other, [side]: chosen } : other });
  };
  return (
    <div className="label-table-scroll">
      <table className="label-table">
        <thead>
          <tr>
            <th scope="col">{say(words.fields)}</th>
            <th scope="col">{say(words.readers)}</th>
            <th scope="col">{say(words.writers)}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(([name, field]) => (
            <tr key={name}>
              <th scope="row">{say(field.label)}</th>
              {(['read', 'write'] as const).map((side) => (
                <td key={side}>
                  <Select
                    mode="multiple"
                    className="access-rule"
                    maxTagCount="responsive"
                    aria-label={`${say(field.label)} · ${say(side === 'read' ? words.readers : words.writers)}`}
                    placeholder={say(words.asRecord)}
                    options={roles}
                    value={[...(access[name]?.[side] ?? [])]}
                    onChange={(chosen) => set(name, side, chosen)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const concerns = (type: TypeDescription) =>
  type.custom || Object.values(type.fields).some(({ added }) => added);

/** Who reads and writes what the office has made: which role, which rows, which fields. */
export function AccessEditor({ draft, onSaved }: { draft: Draft; onSaved: () => void }) {
  const { say } = useWords();
  const { busy, run } = useAction();
  const [access, setAccess] = useState(draft.set.access);
  const [fieldAccess, setFieldAccess] = useState(draft.set.fieldAccess);
  // The office's own types first: theirs is the larger part.
  const types = draft.described.types.filter(concerns).sort((a, b) => Number(b.custom) - Number(a.custom));
  if (types.length === 0) return <Notice text={say(words.none)} />;
  const unchanged = access === draft.set.access && fieldAccess === draft.set.fieldAccess;
  const save = async () => {
    if (await run(() => modelActions.changeDraft(draft.rev, { access, fieldAccess }))) onSaved();
  };
  return (
    <div className="panel">
      <Collapse
        defaultActiveKey={types.slice(0, 1).map(({ resource }) => resource)}
        items={types.map((type) => ({
          key: type.resource,
          label: say(type.label),
          children: (
            <>
              {type.custom && (
                <TypeAccess
                  draft={draft}
                  type={type}
                  rules={access[type.resource] ?? OFFICE_ONLY}
                  change={(rules) => setAccess({ ...access, [type.resource]: rules })}
                />
              )}
              <FieldsAccess
                type={type}
                access={fieldAccess[type.resource] ?? {}}
                change={(fields) => setFieldAccess({ ...fieldAccess, [type.resource]: fields })}
              />
            </>
          ),
        }))}
      />
      <div className="model-actions">
        <Button type="primary" loading={busy} disabled={unchanged} onClick={() => void save()}>
          {say(words.save)}
        </Button>
      </div>
    </div>
  );
}
