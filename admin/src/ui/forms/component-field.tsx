import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { FieldDescription } from '@jiedui/shared/model';
import { Button, Form, type FormListFieldData, type FormListOperation } from 'antd';
import { useModels } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { EntryButtons } from './entry-buttons';
import { controlProblem } from './field-check';
import type { NamePath } from './form-field';
import { FormRows } from './form-rows';
import { COMPONENT, componentControls, nestedNames } from './form-values';

type Props = { field: FieldDescription; name: NamePath; path: NamePath; disabled: boolean };

const words = {
  add: { zh: '添加', en: 'Add' },
  remove: { zh: '移除', en: 'Remove' },
  none: { zh: '未填写', en: 'Not filled in' },
};

/** A part of a record with fields of its own: one, several of a kind, or several of different kinds. */
export function ComponentField(props: Props) {
  const { kind, attribute } = props.field;
  if (kind === 'zone' || attribute.repeatable) return <Entries {...props} />;
  return <SingleComponent {...props} />;
}

function Legend({ field }: { field: FieldDescription }) {
  const { say } = useWords();
  return (
    <legend>
      {field.attribute.required && <span className="required-mark">*</span>}
      {say(field.label)}
    </legend>
  );
}

function Help({ field }: { field: FieldDescription }) {
  const { say } = useWords();
  return field.help ? <p className="muted">{say(field.help)}</p> : null;
}

type Place = { uid: string; name: NamePath; path: NamePath; disabled: boolean };

/** The fields of one component, in its own layout. */
function ComponentRows({ uid, name, path, disabled }: Place) {
  const component = useModels().components[uid];
  if (!component) return null;
  const shown = nestedNames(component.fields);
  const rows = component.form.map((row) => row.filter((cell) => shown.includes(cell.name)));
  return (
    <FormRows
      rows={rows.filter((row) => row.length > 0)}
      fields={component.fields}
      name={name}
      path={path}
      disabled={() => disabled}
    />
  );
}

function SingleComponent({ field, name, path, disabled }: Props) {
  const { say } = useWords();
  const { components } = useModels();
  const form = Form.useFormInstance();
  const value: unknown = Form.useWatch(path, { form, preserve: true });
  const uid = field.attribute.component ?? '';
  const put = (next: unknown) => form.setFieldValue(path, next);
  const label = say(field.label);
  return (
    <fieldset className="nested">
      <Legend field={field} />
      <Help field={field} />
      {value ? (
        <>
          <ComponentRows uid={uid} name={name} path={path} disabled={disabled} />
          {!field.attribute.required && !disabled && (
            <Button size="small" icon={<DeleteOutlined />} onClick={() => put(null)}>
              {say(words.remove)}
            </Button>
          )}
        </>
      ) : (
        <Button
          icon={<PlusOutlined />}
          disabled={disabled}
          aria-label={`${say(words.add)} ${label}`}
          onClick={() => put(componentControls(uid, null, components))}
        >
          {say(words.add)}
        </Button>
      )}
    </fieldset>
  );
}

function useEntryUid(field: FieldDescription, path: NamePath) {
  const form = Form.useFormInstance();
  return (at: number): string =>
    field.kind === 'zone'
      ? String(form.getFieldValue([...path, at, COMPONENT]) ?? '')
      : (field.attribute.component ?? '');
}

function Entries({ field, name, path, disabled }: Props) {
  const { say } = useWords();
  const { components } = useModels();
  const uidAt = useEntryUid(field, path);
  const validator = async (_rule: unknown, value: unknown) => {
    const problem = controlProblem(field, value, components);
    if (problem) throw new Error(say(problem));
  };
  return (
    <fieldset className="nested">
      <Legend field={field} />
      <Help field={field} />
      <Form.List name={name} rules={[{ validator }]}>
        {(entries, operation, { errors }) => (
          <>
            <ol className="nested-entries">
              {entries.map((entry, at) => (
                <Entry
                  key={entry.key}
                  {...{ field, entry, at, count: entries.length, operation, disabled }}
                  uid={uidAt(entry.name)}
                  path={[...path, entry.name]}
                />
              ))}
            </ol>
            <AddButtons field={field} count={entries.length} operation={operation} disabled={disabled} />
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

type EntryProps = {
  field: FieldDescription;
  entry: FormListFieldData;
  at: number;
  count: number;
  uid: string;
  path: NamePath;
  operation: FormListOperation;
  disabled: boolean;
};

function Entry({ field, entry, at, count, uid, path, operation, disabled }: EntryProps) {
  const { say } = useWords();
  const { components } = useModels();
  const label = say(components[uid]?.label ?? field.label);
  const title = `${label} ${at + 1}`;
  return (
    <li>
      <div className="nested-head">
        <span>{title}</span>
        <EntryButtons {...{ title, at, count, disabled }} move={operation.move} remove={operation.remove} />
      </div>
      <ComponentRows uid={uid} name={[entry.name]} path={path} disabled={disabled} />
    </li>
  );
}

type AddProps = Pick<EntryProps, 'field' | 'count' | 'operation' | 'disabled'>;

function AddButtons({ field, count, operation, disabled }: AddProps) {
  const { say } = useWords();
  const { components } = useModels();
  const { attribute, kind } = field;
  const full = attribute.max !== undefined && count >= Number(attribute.max);
  const uids = kind === 'zone' ? (attribute.components ?? []) : [attribute.component ?? ''];
  const add = (uid: string) =>
    operation.add({
      ...(kind === 'zone' ? { [COMPONENT]: uid } : {}),
      ...componentControls(uid, null, components),
    });
  return (
    <div className="nested-add">
      {uids.map((uid) => (
        <Button key={uid} icon={<PlusOutlined />} disabled={disabled || full} onClick={() => add(uid)}>
          {say(words.add)} {say(components[uid]?.label ?? field.label)}
        </Button>
      ))}
    </div>
  );
}
