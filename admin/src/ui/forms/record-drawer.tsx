import type { FormRow } from '@jiedui/shared/model';
import { App, Button, Drawer, Form } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import { addedFields, type Model } from '../../models/model';
import { useModelWatch } from '../../models/use-model-watch';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { usePhone } from '../use-phone';
import { ConflictDialog } from './conflict-dialog';
import { FormRows } from './form-rows';
import { isAsked, modelChange } from './model-change';
import { ModelChangeNotice } from './model-change-notice';
import { useRecordForm } from './use-record-form';

type Values = Record<string, unknown>;

type Props = {
  model: Model;
  title: string;
  /** The fields below each other; left out, they stand as the office has laid the form out. */
  fields?: readonly string[];
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

const WIDTH = 560;
const WIDE = 760;

/** A handmade form's own fields, then what the office has added; or the form as the office has laid it out. */
function rowsOf(model: Model, fields: readonly string[] | undefined): FormRow[] {
  const own = fields?.map((name) => [{ name, size: 12 }]);
  const added = addedFields(model).filter((name) => !fields?.includes(name));
  const further = model.form.map((row) => row.filter(({ name }) => added.includes(name)));
  const rows = own ? [...own, ...further] : model.form;
  return rows
    .map((row) =>
      row.filter(({ name }) => isAsked(model.fields, name) && model.fields[name]?.kind !== 'files'),
    )
    .filter((row) => row.length > 0);
}

function Editor({ model, title, fields, row, preset, controls, complete, note, onClose, onSaved }: Props) {
  const { say } = useWords();
  const { modal } = App.useApp();
  const phone = usePhone();
  useModelWatch();
  // The form stays as it was opened until the person takes over what a newly published model brings.
  const [opened, setOpened] = useState(model);
  const rows = rowsOf(opened, fields);
  const mine = rows.flat().map(({ name }) => name);
  const change = modelChange(opened, model, mine);
  const takeOver = () => {
    setOpened(model);
    editor.start(change.added);
  };
  const editor = useRecordForm({
    model,
    fields: mine,
    row,
    onSaved,
    onRefused: (refused) => refused.some((name) => change.added.includes(name)) && takeOver(),
    ...(preset ? { preset } : {}),
    ...(complete ? { complete } : {}),
  });

  const close = () => {
    if (!editor.isChanged()) return onClose();
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
      width={phone ? '100%' : fields ? WIDTH : WIDE}
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
      <ModelChangeNotice opened={opened} now={model} change={change} onTakeOver={takeOver} />
      <Form
        form={editor.form}
        layout="vertical"
        initialValues={editor.initialValues}
        onFinish={() => void editor.save()}
        scrollToFirstError={{ focus: true }}
      >
        <FormRows
          rows={rows}
          fields={opened.fields}
          disabled={(name) => change.gone.includes(name)}
          {...(controls ? { controls } : {})}
        />
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
