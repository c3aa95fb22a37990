import type { FieldDescription } from '@jiedui/shared/model';
import { Checkbox, DatePicker, Input, InputNumber, Select, TimePicker } from 'antd';
import { lazy, Suspense } from 'react';
import { modelOfResource, useModels } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { RelationSelect } from '../list/relation-select';

// Only some types have long formatted texts.
const MarkdownInput = lazy(() => import('./markdown-input'));
const BlocksEditor = lazy(() => import('../editor/blocks-editor'));

const MADE = { zh: '留空则自动生成', en: 'Made from the name when left empty' };

/** What antd's form hands to a control. */
type Handed = { id?: string; value?: unknown; onChange?: (value: never) => void };
type Props = Handed & { field: FieldDescription; label: string; disabled: boolean };

/** The control that a field's kind is edited with. */
export function FieldControl({ field, label, disabled, ...handed }: Props) {
  const { say } = useWords();
  const { attribute, kind } = field;
  // antd hands the value and its change over; of which type they are follows from the kind.
  const given = { ...handed, disabled } as unknown as Record<string, never>;
  // antd's form says that the value is required, which its Select would say of a box without that role.
  const { 'aria-required': _said, ...toSelect } = given;
  switch (kind) {
    case 'long':
      return <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} {...limit(field)} {...given} />;
    case 'richtext':
      return (
        <Suspense fallback={<Input.TextArea rows={6} disabled />}>
          <MarkdownInput {...given} />
        </Suspense>
      );
    case 'blocks':
      return (
        <Suspense fallback={<Input.TextArea rows={6} disabled />}>
          <BlocksEditor label={label} {...given} />
        </Suspense>
      );
    case 'json':
      return <Input.TextArea className="code-input" autoSize={{ minRows: 3, maxRows: 16 }} {...given} />;
    case 'number':
      return <NumberControl field={field} given={given} />;
    case 'enum':
      return (
        <Select
          allowClear={!attribute.required}
          options={(field.options ?? []).map(({ value, words }) => ({ value, label: say(words) }))}
          {...toSelect}
        />
      );
    case 'flag':
      return <Checkbox {...given}>{label}</Checkbox>;
    case 'day':
      return <DatePicker className="full-width" {...given} />;
    case 'instant':
      return (
        <DatePicker
          className="full-width"
          format="YYYY-MM-DD HH:mm"
          showTime={{ format: 'HH:mm', minuteStep: 5 }}
          {...given}
        />
      );
    case 'time':
      return (
        <TimePicker className="full-width" format="HH:mm" minuteStep={5} needConfirm={false} {...given} />
      );
    case 'names':
      return (
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', ',', ',']} {...toSelect} />
      );
    case 'relation':
    case 'relations':
      return <RelationControl field={field} given={given} />;
    case 'secret':
      return <Input.Password autoComplete="new-password" {...given} />;
    default:
      return (
        <Input
          type={attribute.type === 'email' ? 'email' : 'text'}
          {...(attribute.targetField ? { placeholder: say(MADE) } : {})}
          {...limit(field)}
          {...given}
        />
      );
  }
}

/** A long text tells how much room is left; a short one simply ends. */
function limit({ attribute, kind }: FieldDescription) {
  const { maxLength } = attribute;
  if (!maxLength) return {};
  return kind === 'long' ? { maxLength, showCount: true } : { maxLength };
}

type Given = { given: Record<string, never> };

function NumberControl({ field, given }: { field: FieldDescription } & Given) {
  const { type, min, max } = field.attribute;
  // A number beyond 2^53 would not survive as a number.
  if (type === 'biginteger') return <Input inputMode="numeric" {...given} />;
  return (
    <InputNumber
      className="full-width"
      {...(type === 'integer' ? { precision: 0 } : {})}
      {...(min === undefined ? {} : { min: Number(min) })}
      {...(max === undefined ? {} : { max: Number(max) })}
      {...given}
    />
  );
}

function RelationControl({ field, given }: { field: FieldDescription } & Given) {
  const target = modelOfResource(useModels(), field.target ?? '');
  // Whoever may not read the other type can choose nothing from it.
  if (!target) return <Select {...given} disabled />;
  return <RelationSelect target={target.path} several={field.kind === 'relations'} {...given} />;
}
