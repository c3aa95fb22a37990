import { NOTICE_KIND_WORDS, NOTICE_KINDS, type NoticePreferences } from '@jiedui/shared/notification';
import { Alert, App, Button, Checkbox, Form, Input, Radio, Skeleton, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { placeErrors } from '../../ui/forms/place-errors';
import { ErrorNotice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';
import './notices.css';

type Meta = { mail: boolean; failure: string | null };
type Values = {
  console: string[];
  email: string[];
  address?: string;
  daily: boolean;
  digestAt: Dayjs | null;
  quietFrom: Dayjs | null;
  quietTo: Dayjs | null;
};

const words = {
  console: { zh: '在系统内提醒', en: 'In the console' },
  email: { zh: '用邮件提醒', en: 'By mail' },
  address: { zh: '邮箱', en: 'Address' },
  addressNeeded: { zh: '用邮件提醒需要填写邮箱。', en: 'Mail needs an address.' },
  addressWrong: { zh: '邮箱格式不正确。', en: 'This is no mail address.' },
  when: { zh: '发送', en: 'When' },
  atOnce: { zh: '随时', en: 'At once' },
  daily: { zh: '每天汇总一封', en: 'One letter a day' },
  digestAt: { zh: '汇总时间', en: 'Time of the letter' },
  quietFrom: { zh: '免打扰从', en: 'Quiet from' },
  quietTo: { zh: '到', en: 'To' },
  quietHelp: {
    zh: '免打扰时段内不发邮件,可跨零点;留空则全天可发。',
    en: 'No mail in these hours, also across midnight.',
  },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存。', en: 'Saved.' },
  noMail: {
    zh: '系统尚未设置邮件服务器,目前只在系统内提醒。',
    en: 'No mail server is set up; notices stay in the console.',
  },
  failed: { zh: '上次邮件未能送出', en: 'The last letter did not go out' },
};

const clockOf = (time: Dayjs): string => time.format('HH:mm');
const timeOf = (clock: string): Dayjs => dayjs(`2000-01-01T${clock}`);

const toValues = ({ digestAt, quiet, address, ...kinds }: NoticePreferences): Values => ({
  ...kinds,
  ...(address ? { address } : {}),
  daily: digestAt !== null,
  digestAt: timeOf(digestAt ?? '08:30'),
  quietFrom: quiet && timeOf(quiet.from),
  quietTo: quiet && timeOf(quiet.to),
});

const fromValues = ({ daily, digestAt, quietFrom, quietTo, address, ...kinds }: Values) => ({
  console: kinds.console,
  email: kinds.email,
  address: address?.trim() || null,
  digestAt: daily && digestAt ? clockOf(digestAt) : null,
  quiet: quietFrom && quietTo && { from: clockOf(quietFrom), to: clockOf(quietTo) },
});

export function NoticeSettings() {
  const { data, meta, error, refetch } = useRead<NoticePreferences, Meta>('/notifications/preferences');
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data || !meta) return <Skeleton active title={false} />;
  return <SettingsForm preferences={data} meta={meta} />;
}

function SettingsForm({ preferences, meta }: { preferences: NoticePreferences; meta: Meta }) {
  const { say, locale } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const daily = Form.useWatch('daily', form) ?? preferences.digestAt !== null;
  const email = Form.useWatch('email', form) ?? preferences.email;
  const kinds = NOTICE_KINDS.map((kind) => ({ value: kind, label: say(NOTICE_KIND_WORDS[kind]) }));

  const save = async (values: Values) => {
    setBusy(true);
    try {
      await http.put('/notifications/preferences', { data: fromValues(values) });
      message.success(say(words.saved));
    } catch (problem) {
      const rest = placeErrors(form, problem, locale);
      if (rest) message.error(rest);
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className="panel">
      {!meta.mail && <Alert type="info" showIcon message={say(words.noMail)} style={{ marginBottom: 12 }} />}
      {meta.failure && (
        <Alert
          type="warning"
          showIcon
          message={say(words.failed)}
          description={meta.failure}
          style={{ marginBottom: 12 }}
        />
      )}
      <Form form={form} layout="vertical" initialValues={toValues(preferences)} onFinish={save}>
        <Form.Item name="console" label={say(words.console)}>
          <Checkbox.Group options={kinds} />
        </Form.Item>
        <Form.Item name="email" label={say(words.email)}>
          <Checkbox.Group options={kinds} />
        </Form.Item>
        <Form.Item
          name="address"
          label={say(words.address)}
          rules={[
            { required: email.length > 0, whitespace: true, message: say(words.addressNeeded) },
            { type: 'email', message: say(words.addressWrong) },
          ]}
        >
          <Input autoComplete="email" inputMode="email" style={{ maxWidth: 320 }} />
        </Form.Item>
        <Form.Item name="daily" label={say(words.when)}>
          <Radio.Group
            options={[
              { value: true, label: say(words.daily) },
              { value: false, label: say(words.atOnce) },
            ]}
          />
        </Form.Item>
        {daily && (
          <Form.Item name="digestAt" label={say(words.digestAt)} rules={[{ required: true }]}>
            <TimePicker format="HH:mm" needConfirm={false} minuteStep={5} />
          </Form.Item>
        )}
        <div className="notice-hours">
          <Form.Item name="quietFrom" label={say(words.quietFrom)}>
            <TimePicker format="HH:mm" needConfirm={false} minuteStep={5} />
          </Form.Item>
          <Form.Item name="quietTo" label={say(words.quietTo)}>
            <TimePicker format="HH:mm" needConfirm={false} minuteStep={5} />
          </Form.Item>
        </div>
        <p className="muted">{say(words.quietHelp)}</p>
        <Button type="primary" htmlType="submit" loading={busy}>
          {say(words.save)}
        </Button>
      </Form>
    </section>
  );
}
