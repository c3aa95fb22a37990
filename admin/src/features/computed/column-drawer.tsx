import { enumWords, fieldLabel, type Words } from '@jiedui/shared/text';
import { App, Button, Drawer, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { errorWords, toApiError } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';
import { useWrites } from '../../ui/use-writes';
import { TryExpression } from './try-expression';

export type TypeName = { resource: string; label: Words };
type Names = { fields: Record<string, string>; relations: Record<string, string> };
type Values = {
  resource: string;
  name: string;
  zh: string;
  en: string;
  expression: string;
  kind: string;
  decimals?: number | null;
};

const words = {
  add: { zh: '新建计算列', en: 'New computed column' },
  edit: { zh: '修改计算列', en: 'Change the computed column' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  required: { zh: '必填。', en: 'Required.' },
  names: { zh: '可用:', en: 'You may use: ' },
  name: { zh: '小写字母开头,只含字母和数字。', en: 'Letters and digits, beginning with a small letter.' },
};
const NAME = /^[a-z][A-Za-z0-9]*$/;
const KINDS = ['number', 'text', 'flag'];
const FIELDS = ['resource', 'name', 'zh', 'en', 'expression', 'kind', 'decimals'] as const;
const label = (field: (typeof FIELDS)[number]) => fieldLabel('computed-column', field);

function UsableNames({ resource }: { resource: string }) {
  const { say } = useWords();
  const { data } = useRead<Names>('/computed-columns/names', { resource });
  if (!data) return null;
  const names = [
    ...Object.keys(data.fields).map((name) => [name, name] as const),
    ...Object.entries(data.relations).map(([name, title]) => [`${name}.${title}`, name] as const),
  ];
  return (
    <p className="muted usable-names">
      {say(words.names)}
      {names.map(([text, field]) => (
        <span key={text}>
          <code>{text}</code> {say(fieldLabel(resource, field))}
        </span>
      ))}
    </p>
  );
}

type Props = { row: Row | null; types: readonly TypeName[]; close: () => void };

/** Makes a computed column or changes one; the expression can be tried before it is saved. */
export function ColumnDrawer({ row, types, close }: Props) {
  const { say } = useWords();
  const { message } = App.useApp();
  const phone = usePhone();
  const { create, update } = useWrites('computed-columns');
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const resource = Form.useWatch('resource', form) ?? row?.resource;
  const kind = Form.useWatch('kind', form);
  const rules = [{ required: true, whitespace: true, message: say(words.required) }];
  // A required rule would put `aria-required` where a choice from a list may not have it.
  const chosen = [
    {
      validator: async (_rule: unknown, value: unknown) => {
        if (!value) throw new Error(say(words.required));
      },
    },
  ];

  const save = async (values: Values) => {
    setBusy(true);
    try {
      await (row ? update(row, values) : create(values));
      close();
    } catch (thrown) {
      const { fieldErrors } = toApiError(thrown);
      form.setFields(
        fieldErrors.map(({ path, message: text }) => ({ name: path[0] as keyof Values, errors: [text] })),
      );
      if (fieldErrors.length === 0) message.error(say(errorWords(thrown)));
      setBusy(false);
    }
  };

  return (
    <Drawer
      open
      title={say(row ? words.edit : words.add)}
      width={phone ? '100%' : 560}
      onClose={close}
      maskClosable={false}
      footer={
        <div className="drawer-actions">
          <Button onClick={close}>{say(words.cancel)}</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            {say(words.save)}
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={
          row ? Object.fromEntries(FIELDS.map((field) => [field, row[field]])) : { kind: 'number' }
        }
        onFinish={(values) => void save(values)}
      >
        <Form.Item name="resource" label={say(label('resource'))} rules={chosen}>
          <Select
            showSearch
            optionFilterProp="label"
            options={types.map((type) => ({ value: type.resource, label: say(type.label) }))}
          />
        </Form.Item>
        <Form.Item name="zh" label={say(label('zh'))} rules={rules}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="en" label={say(label('en'))} rules={rules}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="name"
          label={say(label('name'))}
          rules={[...rules, { pattern: NAME, message: say(words.name) }]}
        >
          <Input maxLength={40} disabled={row !== null} />
        </Form.Item>
        <Form.Item name="expression" label={say(label('expression'))} rules={rules}>
          <Input.TextArea
            maxLength={500}
            autoSize={{ minRows: 2 }}
            spellCheck={false}
            placeholder="volunteers * 60 + serviceMinutes"
          />
        </Form.Item>
        {resource && <UsableNames resource={String(resource)} />}
        <TryExpression
          read={() => form.getFieldsValue()}
          onTried={(tried) => form.setFieldValue('kind', tried.kind)}
        />
        <Form.Item name="kind" label={say(label('kind'))} rules={chosen}>
          <Select
            options={KINDS.map((value) => ({
              value,
              label: say(enumWords('computed-column', 'kind', value)),
            }))}
          />
        </Form.Item>
        {kind === 'number' && (
          <Form.Item name="decimals" label={say(label('decimals'))}>
            <InputNumber min={0} max={6} precision={0} placeholder="2" />
          </Form.Item>
        )}
      </Form>
    </Drawer>
  );
}
