import type { FieldDescription } from '@jiedui/shared/model';
import { Form } from 'antd';
import type { ReactElement } from 'react';
import { useModels } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { ComponentField } from './component-field';
import { controlProblem } from './field-check';
import { FieldControl } from './field-control';

export type NamePath = (string | number)[];

type Props = {
  field: FieldDescription;
  /** Where the field stands below the nearest list of entries, which is how the form names it. */
  name: NamePath;
  /** Where it stands in the whole form. */
  path: NamePath;
  disabled?: boolean;
  /** Replaces the control that the field's kind would get. */
  control?: ReactElement;
};

/** One field of a form: label, help, control, and the checks that the server makes as well. */
export function FormField({ field, name, path, disabled = false, control }: Props) {
  const { say } = useWords();
  const { components } = useModels();
  if (field.kind === 'component' || field.kind === 'zone') {
    return <ComponentField field={field} name={name} path={path} disabled={disabled} />;
  }
  const label = say(field.label);
  const validator = async (_rule: unknown, value: unknown) => {
    const problem = controlProblem(field, value, components);
    if (problem) throw new Error(say(problem));
  };
  return (
    <Form.Item
      name={name}
      {...(field.kind === 'flag' ? { valuePropName: 'checked', className: 'flag-item' } : { label })}
      {...(field.help ? { extra: say(field.help) } : {})}
      required={field.attribute.required === true && field.kind !== 'flag'}
      rules={[{ validator }]}
    >
      {control ?? <FieldControl field={field} label={label} disabled={disabled} />}
    </Form.Item>
  );
}
