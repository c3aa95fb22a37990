import { EVERYONE, mayWriteField, ROLES } from '@jiedui/shared/access';
import { enumWords, type Words } from '@jiedui/shared/text';
import { App, Button, Dropdown, Form, Input, Modal, Select } from 'antd';
import { useRef, useState } from 'react';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { useWrites } from '../use-writes';
import type { SavedView } from './saved-view';
import { type ChosenColumns, useSavedViews } from './use-saved-views';

const words = {
  view: { zh: '视图', en: 'View' },
  own: { zh: '我的视图', en: 'Mine' },
  shared: { zh: '共享的视图', en: 'Shared' },
  actions: { zh: '视图操作', en: 'View actions' },
  save: { zh: '保存修改', en: 'Save the changes' },
  saveAs: { zh: '另存为视图', en: 'Save as a view' },
  rename: { zh: '重命名', en: 'Rename' },
  share: { zh: '共享', en: 'Share' },
  usual: { zh: '设为此列表的默认', en: 'Open this list with it' },
  unusual: { zh: '取消默认', en: 'No longer the default' },
  remove: { zh: '删除视图', en: 'Delete the view' },
  name: { zh: '视图名称', en: 'Name of the view' },
  with: { zh: '共享给', en: 'Shared with' },
  nobody: { zh: '仅自己', en: 'Only me' },
  cancel: { zh: '取消', en: 'Cancel' },
  ok: { zh: '确定', en: 'OK' },
  required: { zh: '必填。', en: 'Required.' },
  changed: { zh: '已改动', en: 'changed' },
} satisfies Record<string, Words>;

const LONGEST = 60;

type Asking = { what: 'saveAs' | 'rename' | 'share'; view: SavedView | null };
type Values = { name?: string; sharedWith?: string | null };

type DialogProps = { asking: Asking; busy: boolean; onOk: (values: Values) => void; onCancel: () => void };

function ViewDialog({ asking, busy, onOk, onCancel }: DialogProps) {
  const { say } = useWords();
  const [form] = Form.useForm<Values>();
  const { what, view } = asking;
  const people = [EVERYONE, ...ROLES].map((value) => ({
    value,
    label: say(enumWords('saved-view', 'sharedWith', value)),
  }));
  return (
    <Modal
      open
      title={say(words[what])}
      okText={say(words.ok)}
      cancelText={say(words.cancel)}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onCancel}
      width={420}
      // The menu that opened it is gone by then: the browser would scroll to where it was.
      focusTriggerAfterClose={false}
      // Not when it is drawn: it lies at the end of the page for a moment, and the browser would go there.
      afterOpenChange={(open) => open && what !== 'share' && form.focusField('name')}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: what === 'rename' ? view?.name : '', sharedWith: view?.sharedWith ?? null }}
        onFinish={onOk}
      >
        {what === 'share' ? (
          <Form.Item name="sharedWith" label={say(words.with)}>
            <Select
              allowClear
              showSearch
              optionFilterProp="label"
              placeholder={say(words.nobody)}
              options={people}
            />
          </Form.Item>
        ) : (
          <Form.Item
            name="name"
            label={say(words.name)}
            rules={[{ required: true, whitespace: true, message: say(words.required) }]}
          >
            <Input maxLength={LONGEST} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}

/** The views of a list: to choose one, keep what is shown as one, and (the office) share it. */
export function SavedViews({ path, ...chosenColumns }: { path: string } & ChosenColumns) {
  const { say } = useWords();
  const { actor } = useSession();
  const { message } = App.useApp();
  const { views, chosen, isChanged, query, columns, apply, refetch, setChosenId } = useSavedViews(
    path,
    chosenColumns,
  );
  const { create, update, remove } = useWrites('saved-views');
  const [asking, setAsking] = useState<Asking | null>(null);
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAsking(null);
    button.current?.focus({ preventScroll: true });
  };
  const shares = mayWriteField(actor.role, 'saved-view', 'sharedWith');
  const mayChange = chosen !== null && (chosen.mine || shares);

  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
      close();
      refetch();
    } catch (thrown) {
      message.error(say(errorWords(thrown)));
    } finally {
      setBusy(false);
    }
  };
  const change = (view: SavedView, values: Record<string, unknown>) => run(() => update(view.row, values));
  /** A list opens with one view, so the one before gives way. */
  const makeUsual = (view: SavedView, favourite: boolean) =>
    run(async () => {
      for (const other of views) {
        if (other.mine && other.favourite && other !== view) await update(other.row, { favourite: false });
      }
      await update(view.row, { favourite });
    });
  const answer = ({ name, sharedWith }: Values) => {
    const { what, view } = asking ?? {};
    if (what === 'saveAs') {
      void run(async () => {
        const row = await create({ name, path, query, columns });
        setChosenId(row.id);
      });
    } else if (view) void change(view, what === 'share' ? { sharedWith: sharedWith ?? null } : { name });
  };

  const item = (key: string, label: Words, onClick: () => void, shown = true) =>
    shown ? [{ key, label: say(label), onClick }] : [];
  const items = [
    ...item(
      'save',
      words.save,
      () => chosen && void change(chosen, { query, columns }),
      mayChange && isChanged,
    ),
    ...item('saveAs', words.saveAs, () => setAsking({ what: 'saveAs', view: null })),
    ...item('rename', words.rename, () => setAsking({ what: 'rename', view: chosen }), mayChange),
    ...item('share', words.share, () => setAsking({ what: 'share', view: chosen }), mayChange && shares),
    ...item(
      'usual',
      chosen?.favourite ? words.unusual : words.usual,
      () => chosen && void makeUsual(chosen, !chosen.favourite),
      chosen?.mine ?? false,
    ),
    ...item(
      'remove',
      words.remove,
      () => chosen && void run(() => remove(chosen.row, () => apply(null))),
      mayChange,
    ),
  ];
  const optionOf = (view: SavedView) => ({
    value: view.row.id,
    label: view === chosen && isChanged ? `${view.name}(${say(words.changed)})` : view.name,
  });
  const groups = [
    { label: say(words.own), options: views.filter(({ mine }) => mine).map(optionOf) },
    { label: say(words.shared), options: views.filter(({ mine }) => !mine).map(optionOf) },
  ].filter(({ options }) => options.length > 0);

  return (
    <span className="saved-views">
      {groups.length > 0 && (
        <Select
          className="saved-view-select"
          aria-label={say(words.view)}
          placeholder={say(words.view)}
          allowClear
          popupMatchSelectWidth={false}
          value={chosen?.row.id ?? null}
          onChange={(id?: string) => apply(views.find(({ row }) => row.id === id) ?? null)}
          options={groups}
        />
      )}
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button ref={button} aria-label={say(words.actions)} aria-haspopup="menu">
          {groups.length > 0 ? '…' : say(words.view)}
        </Button>
      </Dropdown>
      {asking && <ViewDialog asking={asking} busy={busy} onOk={answer} onCancel={close} />}
    </span>
  );
}
