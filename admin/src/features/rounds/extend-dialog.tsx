import { extendedFrom, extensionProblem, readWindows, type SourceWindow } from '@jiedui/shared/round';
import { SOURCE_CODES, SOURCE_WORDS, type SourceCode } from '@jiedui/shared/rubric';
import { App, Button, DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { errorWords, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { fieldErrorText } from '../../ui/forms/place-errors';
import { useWrites } from '../../ui/use-writes';

type Values = { source: SourceCode | 'round'; closesOn: Dayjs; reason: string };

const words = {
  title: { zh: '延长填写时间', en: 'Give more time' },
  source: { zh: '延长哪一项', en: 'Of what' },
  round: { zh: '本轮(没有单独时间的来源)', en: 'The round (sources without days of their own)' },
  closesOn: { zh: '延长至', en: 'Until' },
  reason: { zh: '原因', en: 'Reason' },
  told: { zh: '还没有提交的填表人会收到通知。', en: 'Whoever has not submitted yet is told.' },
  done: { zh: '已延长,并已通知。', en: 'Extended; those concerned are told.' },
};

const daysOf = (row: Row): SourceWindow => ({ opensOn: String(row.opensOn), closesOn: String(row.closesOn) });

function ExtendDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const { say, locale } = useWords();
  const { message } = App.useApp();
  const { today } = useSession();
  const { readAgain } = useWrites('rounds');
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const chosen = Form.useWatch('source', form) ?? 'round';
  const source = chosen === 'round' ? null : chosen;
  const windows = readWindows(row.windows) ?? {};
  const choices = ['round' as const, ...SOURCE_CODES.filter((code) => windows[code])];
  const labelOf = (one: SourceCode | 'round') => {
    const until = extendedFrom(windows, daysOf(row), one === 'round' ? null : one);
    return `${say(one === 'round' ? words.round : SOURCE_WORDS[one])} · ${until}`;
  };
  const extend = async ({ closesOn, reason }: Values) => {
    setBusy(true);
    try {
      const data = { source, closesOn: closesOn.format('YYYY-MM-DD'), reason };
      await http.post(`/rounds/${row.id}/extend`, { data });
      message.success(say(words.done));
      await readAgain();
      onClose();
    } catch (thrown) {
      const error = toApiError(thrown);
      const [first] = error.fieldErrors;
      message.error(first ? fieldErrorText(first, locale) : say(errorWords(error)));
      setBusy(false);
    }
  };
  return (
    <Modal open title={say(words.title)} confirmLoading={busy} onOk={form.submit} onCancel={onClose}>
      <Form form={form} layout="vertical" initialValues={{ source: 'round' }} onFinish={extend}>
        <Form.Item name="source" label={say(words.source)}>
          <Select options={choices.map((value) => ({ value, label: labelOf(value) }))} />
        </Form.Item>
        <Form.Item name="closesOn" label={say(words.closesOn)} rules={[{ required: true }]}>
          <DatePicker
            disabledDate={(day) => {
              const closesOn = day.format('YYYY-MM-DD');
              return extensionProblem(windows, daysOf(row), { source, closesOn }, today) !== null;
            }}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={say(words.reason)}
          extra={say(words.told)}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** Gives an open round or one of its sources more time. */
export function ExtendButton({ row }: { row: Row }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(words.title)}</Button>
      {open && <ExtendDialog row={row} onClose={() => setOpen(false)} />}
    </>
  );
}
