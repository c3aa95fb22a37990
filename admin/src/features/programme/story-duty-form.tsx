import {
  type Programme,
  STORY_EVIDENCE,
  STORY_PERIODS,
  type StoryDuty,
  type StoryEvidence,
  storyDutySchema,
  UNIT_CLASSES,
} from '@jiedui/shared/programme';
import type { Words } from '@jiedui/shared/text';
import { App, Button, DatePicker, Drawer, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import { PERIOD_WORDS } from './cadence-words';
import { newCode } from './new-code';
import { useProgrammeChange } from './use-programme-change';

export const COUNTS_WORDS: Record<StoryEvidence, Words> = {
  submitted: { zh: '按投稿计', en: 'stories sent in' },
  published: { zh: '按刊发计', en: 'stories published' },
};

const words = {
  new: { zh: '新增稿件任务', en: 'New story duty' },
  edit: { zh: '修改稿件任务', en: 'Edit the story duty' },
  zh: { zh: '任务名称', en: 'Name in Chinese' },
  en: { zh: '英文名称', en: 'Name in English' },
  unitClasses: { zh: '单位类别', en: 'Classes of units' },
  period: { zh: '周期', en: 'Period' },
  minimum: { zh: '至少篇数', en: 'Minimum' },
  counts: { zh: '计入', en: 'What counts' },
  dates: { zh: '适用日期', en: 'Dates' },
  source: { zh: '依据', en: 'Source' },
  save: { zh: '保存', en: 'Save' },
  required: { zh: '必填。', en: 'Required.' },
  wrong: { zh: '任务内容不正确,请检查后再保存。', en: 'The duty is not right; check it.' },
};

type Values = Omit<StoryDuty, 'code' | 'from' | 'to'> & { dates: [Dayjs, Dayjs] };

type Props = {
  programme: Programme & { documentId: string; rev: number };
  duty: StoryDuty | null;
  onClose: () => void;
};

/** Writes one story duty of the programme; the shared schema says whether it is one. */
export function StoryDutyForm({ programme, duty, onClose }: Props) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { busy, change } = useProgrammeChange(programme);
  const duties = programme.storyDuties ?? [];
  const required = [{ required: true, message: say(words.required) }];
  // `required` would mark the wrapper of a select, which may not carry it.
  const some = [{ type: 'array' as const, min: 1, message: say(words.required) }];
  const text = [{ required: true, whitespace: true, message: say(words.required) }];

  const save = async ({ dates, ...values }: Values) => {
    const [from, to] = dates.map((day) => day.format('YYYY-MM-DD'));
    const taken = duties.map(({ code }) => code);
    const parsed = storyDutySchema.safeParse({
      ...values,
      code: duty?.code ?? newCode('story', taken),
      from,
      to,
    });
    if (!parsed.success) {
      message.error(say(words.wrong));
      return;
    }
    const storyDuties = duty
      ? duties.map((one) => (one.code === duty.code ? parsed.data : one))
      : [...duties, parsed.data];
    if (await change({ storyDuties })) onClose();
  };

  return (
    <Drawer open title={say(duty ? words.edit : words.new)} onClose={onClose} width="min(520px, 100vw)">
      <Form<Values>
        layout="vertical"
        initialValues={valuesOf(duty, programme)}
        onFinish={(values) => void save(values)}
      >
        <Form.Item name={['words', 'zh']} label={say(words.zh)} rules={text}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name={['words', 'en']} label={say(words.en)} rules={text}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="unitClasses" label={say(words.unitClasses)} rules={some}>
          <Select
            mode="multiple"
            options={UNIT_CLASSES.map((value) => ({
              value,
              label: say(optionWords('unit', 'unitClass', value)),
            }))}
          />
        </Form.Item>
        <Form.Item name="period" label={say(words.period)}>
          <Select options={STORY_PERIODS.map((value) => ({ value, label: say(PERIOD_WORDS[value]) }))} />
        </Form.Item>
        <Form.Item name="minimum" label={say(words.minimum)} rules={required}>
          <InputNumber min={1} max={100} precision={0} />
        </Form.Item>
        <Form.Item name="counts" label={say(words.counts)}>
          <Select options={STORY_EVIDENCE.map((value) => ({ value, label: say(COUNTS_WORDS[value]) }))} />
        </Form.Item>
        <Form.Item name="dates" label={say(words.dates)} rules={required}>
          <DatePicker.RangePicker />
        </Form.Item>
        <Form.Item name="source" label={say(words.source)} rules={text}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {say(words.save)}
        </Button>
      </Form>
    </Drawer>
  );
}

function valuesOf(duty: StoryDuty | null, { startsOn, endsOn }: Programme): Partial<Values> {
  const { from, to, code: _, ...rest } = duty ?? { from: startsOn, to: endsOn, code: '' };
  const fresh = { period: 'quarter', minimum: 1, counts: 'submitted' } as const;
  return { ...fresh, ...rest, dates: [dayjs(from), dayjs(to)] };
}
