import { enumWords } from '@jiedui/shared/text';
import { Checkbox, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { type FieldSpec, labelOf, type Model } from '../../models/model';
import { resourceOf } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { RelationSelect } from '../list/relation-select';

type Props = {
  model: Model;
  field: string;
  disabled?: boolean;
  /** Replaces the control that the field's kind would get. */
  control?: ReactElement;
};

function useControl(model: Model, field: string, spec: FieldSpec, disabled: boolean): ReactElement {
  const { say } = useWords();
  const label = say(labelOf(model, field));
  switch (spec.kind) {
    case 'long':
      return (
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 12 }}
          disabled={disabled}
          {...(spec.max ? { maxLength: spec.max, showCount: true } : {})}
        />
      );
    case 'number':
      return (
        <InputNumber
          style={{ width: '100%' }}
          precision={0}
          disabled={disabled}
          {...(spec.min === undefined ? {} : { min: spec.min })}
          {...(spec.max === undefined ? {} : { max: spec.max })}
        />
      );
    case 'enum':
      return (
        <Select
          allowClear={!spec.required}
          disabled={disabled}
          options={spec.options.map((value) => ({
            value,
            label: say(spec.words?.[value] ?? enumWords(resourceOf(model.path), field, value)),
          }))}
        />
      );
    case 'flag':
      return <Checkbox disabled={disabled}>{label}</Checkbox>;
    case 'day':
      return <DatePicker style={{ width: '100%' }} disabled={disabled} />;
    case 'instant':
      return (
        <DatePicker
          style={{ width: '100%' }}
          format="YYYY-MM-DD HH:mm"
          showTime={{ format: 'HH:mm', minuteStep: 5 }}
          disabled={disabled}
        />
      );
    case 'names':
      return (
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={['、', ',', ',']}
          disabled={disabled}
        />
      );
    case 'relation':
      return (
        <RelationSelect
          target={spec.target}
          disabled={disabled}
          {...(spec.order ? { order: spec.order } : {})}
          {...(spec.nameField ? { nameField: spec.nameField } : {})}
        />
      );
    default:
      return (
        <Input disabled={disabled} {...(spec.kind === 'text' && spec.max ? { maxLength: spec.max } : {})} />
      );
  }
}

/** One field of a record's form: label, help, control and the checks that need no server. */
export function FormField({ model, field, disabled = false, control }: Props) {
  const { say } = useWords();
  const spec: FieldSpec = model.fields[field] ?? { kind: 'text' };
  const drawn = useControl(model, field, spec, disabled);
  const isFlag = spec.kind === 'flag';
  return (
    <Form.Item
      name={field}
      {...(isFlag ? { valuePropName: 'checked' } : { label: say(labelOf(model, field)) })}
      {...(spec.help ? { extra: say(spec.help) } : {})}
      rules={spec.required ? [{ required: true, message: say({ zh: '必填。', en: 'Required.' }) }] : []}
    >
      {control ?? drawn}
    </Form.Item>
  );
}
