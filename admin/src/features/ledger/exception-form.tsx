import type { CadenceRule } from '@jiedui/shared/programme';
import { App, Button, DatePicker, Drawer, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { RelationSelect } from '../../ui/list/relation-select';
import { useWrites } from '../../ui/use-writes';

type Named = { documentId: string; name: string };
export type Exception = {
  documentId: string;
  rev: number;
  reason: string;
  kind: string;
  startsOn: string;
  endsOn: string;
  rules: string[] | null;
  unit: Named | null;
  station: Named | null;
  town: Named | null;
};

type Values = {
  reason: string;
  days: [Dayjs, Dayjs];
  rules: string[];
  unit: string | null;
  station: string | null;
  town: string | null;
};

const words = {
  new: { zh: '新增例外', en: 'New exception' },
  edit: { zh: '修改例外', en: 'Edit the exception' },
  reason: { zh: '原因', en: 'Reason' },
  reasonHint: { zh: '如:疫情防控暂停聚集性活动', en: 'Why these days do not count' },
  days: { zh: '起止日期', en: 'Days' },
  rules: { zh: '适用规则(不选为全部)', en: 'Rules (none is all)' },
  unit: { zh: '限于单位', en: 'Only this unit' },
  station: { zh: '限于阵地', en: 'Only this site' },
  town: { zh: '限于镇', en: 'Only this town' },
  save: { zh: '保存', en: 'Save' },
  required: { zh: '必填。', en: 'Required.' },
};

type Props = { exception: Exception | null; rules: readonly CadenceRule[]; onClose: () => void };

/** Writes an exception; whom and from what it excuses may be left open. */
export function ExceptionForm({ exception, rules, onClose }: Props) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { create, update } = useWrites('cadence-exceptions');
  const [busy, setBusy] = useState(false);
  const required = [{ required: true, message: say(words.required) }];
  const save = async ({ days, ...values }: Values) => {
    setBusy(true);
    const [startsOn, endsOn] = days.map((day) => day.format('YYYY-MM-DD'));
    const whole = { ...values, startsOn, endsOn };
    try {
      if (exception) await update({ id: exception.documentId, rev: exception.rev }, whole);
      else await create(whole);
      onClose();
    } catch (thrown) {
      message.error(say(errorWords(thrown)));
    } finally {
      setBusy(false);
    }
  };
  const idOf = (one: Named | null | undefined) => one?.documentId ?? null;
  return (
    <Drawer open title={say(exception ? words.edit : words.new)} onClose={onClose} width="min(480px, 100vw)">
      <Form<Values>
        layout="vertical"
        onFinish={(values) => void save(values)}
        initialValues={{
          reason: exception?.reason,
          rules: exception?.rules ?? [],
          unit: idOf(exception?.unit),
          station: idOf(exception?.station),
          town: idOf(exception?.town),
          ...(exception ? { days: [dayjs(exception.startsOn), dayjs(exception.endsOn)] } : {}),
        }}
      >
        <Form.Item
          name="reason"
          label={say(words.reason)}
          rules={[{ required: true, whitespace: true, message: say(words.required) }]}
        >
          <Input maxLength={200} placeholder={say(words.reasonHint)} />
        </Form.Item>
        <Form.Item name="days" label={say(words.days)} rules={required}>
          <DatePicker.RangePicker />
        </Form.Item>
        <Form.Item name="rules" label={say(words.rules)}>
          <Select
            mode="multiple"
            options={rules.map(({ code, words: label }) => ({ value: code, label: say(label) }))}
          />
        </Form.Item>
        <Form.Item name="unit" label={say(words.unit)}>
          <RelationSelect target="units" />
        </Form.Item>
        <Form.Item name="station" label={say(words.station)}>
          <RelationSelect target="stations" />
        </Form.Item>
        <Form.Item name="town" label={say(words.town)}>
          <RelationSelect target="towns" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {say(words.save)}
        </Button>
      </Form>
    </Drawer>
  );
}
