import { App, Button, Drawer, Form } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { Model } from '../../models/model';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { usePhone } from '../use-phone';
import { ConflictDialog } from './conflict-dialog';
import { FormField } from './form-field';
import { useRecordForm } from './use-record-form';

type Values = Record<string, unknown>;

type Props = {
  model: Model;
  title: string;
  fields: readonly string[];
  /** The record to edit; null makes a new one. */
  row: Row | null;
  /** What a new record starts with, as controls hold it. */
  preset?: Values;
  controls?: Record<string, ReactElement>;
  complete?: (values: Values) => Promise<Values> | Values;
  note?: ReactNode;
  onClose: () => void;
  onSaved: (row: Row, created: boolean) => void;
};

function Editor({ model, title, fields, row, preset, controls, complete, note, onClose, onSaved }: Props) {
  const { say } = useWords();
  const { modal } = App.useApp();
  const phone = usePhone();
  const { writes } = useAccess();
  const mine = fields.filter((field) => writes(model.path, field));
  const editor = useRecordForm({ model, fields: mine, row, onSaved, ...(complete ? { complete } : {}) });

  const close = () => {
    if (!editor.form.isFieldsTouched()) return onClose();
    modal.confirm({
      title: say({ zh: '有未保存的修改', en: 'There are unsaved changes' }),
      content: say({ zh: '关闭后修改会丢失。', en: 'Closing loses them.' }),
      okText: say({ zh: '放弃修改', en: 'Discard' }),
      cancelText: say({ zh: '继续填写', en: 'Go on editing' }),
      onOk: onClose,
    });
  };

  return (
    <Drawer
      open
      title={title}
      width={phone ? '100%' : 560}
      onClose={close}
      // Whoever opens a form on a keyboard wants to type; on a phone that would cover half of it.
      afterOpenChange={(open) => {
        if (open && !phone && !row && mine[0]) editor.form.focusField(mine[0]);
      }}
      maskClosable={false}
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={close}>{say({ zh: '取消', en: 'Cancel' })}</Button>
          <Button type="primary" loading={editor.busy} onClick={editor.form.submit}>
            {say({ zh: '保存', en: 'Save' })}
          </Button>
        </div>
      }
    >
      {note}
      <Form
        form={editor.form}
        layout="vertical"
        initialValues={{ ...editor.initialValues, ...(row ? {} : preset) }}
        onFinish={() => void editor.save()}
        scrollToFirstError={{ focus: true }}
      >
        {mine.map((field) => (
          <FormField
            key={field}
            model={model}
            field={field}
            {...(controls?.[field] ? { control: controls[field] } : {})}
          />
        ))}
      </Form>
      <ConflictDialog
        model={model}
        conflict={editor.conflict}
        onKeep={editor.keepMine}
        onTake={editor.takeTheirs}
        onBack={editor.backToForm}
      />
    </Drawer>
  );
}

/** A drawer to make or edit a record. Mount it to open it. */
export function RecordDrawer(props: Props) {
  // A record that arrives or changes must start a fresh form, not fill an old one.
  return <Editor key={props.row?.id ?? 'new'} {...props} />;
}
