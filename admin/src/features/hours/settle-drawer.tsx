import { App, Button, DatePicker, Drawer, Form, Input, InputNumber, Radio, Skeleton } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { errorWords, toApiError } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { asLinked, type Row } from '../../providers/row';
import { RelationSelect } from '../../ui/list/relation-select';
import { ErrorNotice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';
import { useWrites } from '../../ui/use-writes';
import { Findings } from './findings';

type Activity = {
  documentId: string;
  title: string;
  day: string;
  station: string | null;
  unit: string | null;
};
type Volunteer = { documentId: string; name: string; maskedId: string | null; unit: string | null };
type Suggestions = { activities: Activity[]; volunteers: Volunteer[] };
type Values = {
  activity?: string | null;
  volunteer?: string | null;
  day?: Dayjs | null;
  minutes?: number | null;
};

const words = {
  title: { zh: '处理这一行', en: 'Settle this row' },
  activity: { zh: '活动', en: 'Activity' },
  volunteer: { zh: '志愿者', en: 'Volunteer' },
  suggested: { zh: '可能是', en: 'Perhaps' },
  other: { zh: '或查找', en: 'Or find' },
  add: { zh: '按此姓名新建志愿者', en: 'Add a volunteer of this name' },
  day: { zh: '服务日期', en: 'Day' },
  minutes: { zh: '时长(分钟)', en: 'Minutes' },
  save: { zh: '保存', en: 'Save' },
  discard: { zh: '不采用这一行', en: 'Leave this row out' },
  takeBack: { zh: '恢复这一行', en: 'Take it back in' },
  reason: { zh: '不采用的原因', en: 'Why it is left out' },
  saved: { zh: '已保存。', en: 'Saved.' },
};

/** A choice among what was suggested, or anything that is looked for. */
function Chosen<T extends { documentId: string }>(props: {
  value?: string | null;
  onChange?: (value: string | null) => void;
  suggested: T[];
  text: (one: T) => string;
  target: string;
  label: string;
}) {
  const { value, onChange, suggested, text, target, label } = props;
  const { say } = useWords();
  return (
    <>
      {suggested.length > 0 && (
        <Radio.Group
          className="hours-choices"
          aria-label={`${label} ${say(words.suggested)}`}
          value={value ?? null}
          onChange={({ target: { value: next } }) => onChange?.(String(next))}
          options={suggested.map((one) => ({ value: one.documentId, label: text(one) }))}
        />
      )}
      <RelationSelect
        target={target}
        value={value ?? null}
        ariaLabel={label}
        placeholder={say(words.other)}
        onChange={(next) => onChange?.(Array.isArray(next) ? null : next)}
      />
    </>
  );
}

/** Somebody says what a row of the other system is, or why it is left out. */
export function SettleDrawer({ row, onClose }: { row: Row; onClose: () => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const { update } = useWrites('ivolunteer-entries');
  const { create } = useWrites('volunteers');
  const { data, error, refetch } = useRead<Suggestions>(`/hours/ivolunteer/entries/${row.id}/suggestions`);

  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
    } catch (thrown) {
      const { fieldErrors } = toApiError(thrown);
      message.error(fieldErrors[0]?.message ?? say(errorWords(thrown)));
    } finally {
      setBusy(false);
    }
  };
  const write = (values: Record<string, unknown>) =>
    run(async () => {
      await update(row, values);
      message.success(say(words.saved));
      onClose();
    });
  const save = ({ day, ...values }: Values) =>
    write({ ...values, ...(day ? { day: day.format('YYYY-MM-DD') } : {}) });
  const addVolunteer = () =>
    run(async () => {
      const made = (await create({ name: row.personName, registered: true })) as { id: string };
      form.setFieldValue('volunteer', made.id);
    });

  return (
    <Drawer
      open
      width="min(560px, 100vw)"
      title={say(words.title)}
      onClose={onClose}
      footer={
        <div className="hours-footer">
          <Button type="primary" loading={busy} onClick={form.submit}>
            {say(words.save)}
          </Button>
        </div>
      }
    >
      <p>
        <strong>{String(row.title ?? '')}</strong>
      </p>
      <p className="muted">
        {[row.activityNumber, row.activityTitle, row.maskedId].filter(Boolean).map(String).join(' · ')}
      </p>
      <Findings row={row} />
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active title={false} />}
      {data && (
        <Form
          form={form}
          layout="vertical"
          onFinish={(values) => void save(values)}
          initialValues={{
            activity: asLinked(row.activity)?.documentId ?? null,
            volunteer: asLinked(row.volunteer)?.documentId ?? null,
            minutes: row.minutes ?? null,
            day: row.day ? dayjs(String(row.day)) : null,
          }}
        >
          <Form.Item name="activity" label={say(words.activity)}>
            <Chosen
              target="activities"
              label={say(words.activity)}
              suggested={data.activities}
              text={(one) => [one.day, one.title, one.station].filter(Boolean).join(' · ')}
            />
          </Form.Item>
          <Form.Item name="volunteer" label={say(words.volunteer)}>
            <Chosen
              target="volunteers"
              label={say(words.volunteer)}
              suggested={data.volunteers}
              text={(one) => [one.name, one.maskedId, one.unit].filter(Boolean).join(' · ')}
            />
          </Form.Item>
          {Boolean(row.personName) && !row.volunteer && (
            <Button type="link" className="hours-add" disabled={busy} onClick={() => void addVolunteer()}>
              {say(words.add)}
            </Button>
          )}
          {!row.startsAt && (
            <Form.Item name="day" label={say(words.day)}>
              <DatePicker />
            </Form.Item>
          )}
          <Form.Item name="minutes" label={say(words.minutes)}>
            <InputNumber min={1} max={1440} precision={0} />
          </Form.Item>
        </Form>
      )}
      <section className="hours-discard">
        {row.discardReason ? (
          <Button disabled={busy} onClick={() => void write({ discardReason: null })}>
            {say(words.takeBack)}
          </Button>
        ) : (
          <>
            <Input.TextArea
              aria-label={say(words.reason)}
              placeholder={say(words.reason)}
              rows={2}
              maxLength={400}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <Button
              danger
              disabled={busy || reason.trim() === ''}
              onClick={() => void write({ discardReason: reason.trim() })}
            >
              {say(words.discard)}
            </Button>
          </>
        )}
      </section>
    </Drawer>
  );
}
