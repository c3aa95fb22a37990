import {
  CADENCE_EVIDENCE,
  type CadenceRule,
  cadenceRuleSchema,
  PERIODS,
  type Programme,
  STATION_LEVELS,
  UNIT_CLASSES,
} from '@jiedui/shared/programme';
import { App, Button, DatePicker, Drawer, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import { EVIDENCE_WORDS, PARTY_WORDS, PERIOD_WORDS } from './cadence-words';
import { newCode } from './new-code';
import { useProgrammeChange } from './use-programme-change';

const words = {
  new: { zh: '新增频次规则', en: 'New cadence rule' },
  edit: { zh: '修改频次规则', en: 'Edit the cadence rule' },
  zh: { zh: '规则名称', en: 'Name in Chinese' },
  en: { zh: '英文名称', en: 'Name in English' },
  per: { zh: '考核对象', en: 'Who' },
  unitClasses: { zh: '单位类别', en: 'Classes of units' },
  levels: { zh: '阵地层级', en: 'Levels of sites' },
  what: { zh: '活动类别(不选为任何活动)', en: 'Categories (none is any activity)' },
  period: { zh: '周期', en: 'Period' },
  minimum: { zh: '至少场数', en: 'Minimum' },
  evidence: { zh: '计入', en: 'What counts' },
  reportWithinDays: { zh: '期末后几天内报送(不填不算逾期)', en: 'Days to report (none: never late)' },
  dates: { zh: '适用日期', en: 'Dates' },
  source: { zh: '依据', en: 'Source' },
  save: { zh: '保存', en: 'Save' },
  required: { zh: '必填。', en: 'Required.' },
  wrong: { zh: '规则内容不正确,请检查后再保存。', en: 'The rule is not right; check it.' },
};

type Per = CadenceRule['who']['per'];
type Values = Pick<CadenceRule, 'words' | 'period' | 'minimum' | 'evidence' | 'source'> & {
  per: Per;
  unitClasses?: string[];
  levels?: string[];
  what: string[];
  reportWithinDays: number | null;
  dates: [Dayjs, Dayjs];
};

type Props = {
  programme: Programme & { documentId: string; rev: number };
  rule: CadenceRule | null;
  categories: { code: string; name: string }[];
  onClose: () => void;
};

/** Writes one cadence rule of the programme; the shared schema says whether it is one. */
export function CadenceRuleForm({ programme, rule, categories, onClose }: Props) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { busy, change } = useProgrammeChange(programme);
  const [form] = Form.useForm<Values>();
  const per = Form.useWatch('per', form) ?? rule?.who.per ?? 'pairing';
  const rules = programme.cadenceRules;
  const required = [{ required: true, message: say(words.required) }];
  // `required` would mark the wrapper of a select, which may not carry it.
  const some = [{ type: 'array' as const, min: 1, message: say(words.required) }];
  const text = [{ required: true, whitespace: true, message: say(words.required) }];

  const save = async (values: Values) => {
    const code =
      rule?.code ??
      newCode(
        'rule',
        rules.map((one) => one.code),
      );
    const parsed = cadenceRuleSchema.safeParse(ruleOf(code, values));
    if (!parsed.success) {
      message.error(say(words.wrong));
      return;
    }
    const cadenceRules = rule
      ? rules.map((one) => (one.code === code ? parsed.data : one))
      : [...rules, parsed.data];
    if (await change({ cadenceRules })) onClose();
  };

  return (
    <Drawer open title={say(rule ? words.edit : words.new)} onClose={onClose} width="min(520px, 100vw)">
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={valuesOf(rule, programme)}
        onFinish={(values) => void save(values)}
      >
        <Form.Item name={['words', 'zh']} label={say(words.zh)} rules={text}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name={['words', 'en']} label={say(words.en)} rules={text}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="per" label={say(words.per)}>
          <Radio.Group
            optionType="button"
            options={Object.entries(PARTY_WORDS).map(([value, label]) => ({ value, label: say(label) }))}
          />
        </Form.Item>
        {per === 'station' ? (
          <Form.Item name="levels" label={say(words.levels)} rules={some}>
            <Select mode="multiple" options={optionsOf('station', 'level', STATION_LEVELS, say)} />
          </Form.Item>
        ) : (
          <Form.Item name="unitClasses" label={say(words.unitClasses)} rules={some}>
            <Select mode="multiple" options={optionsOf('unit', 'unitClass', UNIT_CLASSES, say)} />
          </Form.Item>
        )}
        <Form.Item name="period" label={say(words.period)}>
          <Select options={PERIODS.map((value) => ({ value, label: say(PERIOD_WORDS[value]) }))} />
        </Form.Item>
        <Form.Item name="minimum" label={say(words.minimum)} rules={required}>
          <InputNumber min={1} max={1000} precision={0} />
        </Form.Item>
        <Form.Item name="what" label={say(words.what)}>
          <Select
            mode="multiple"
            options={categories.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item name="evidence" label={say(words.evidence)}>
          <Select options={CADENCE_EVIDENCE.map((value) => ({ value, label: say(EVIDENCE_WORDS[value]) }))} />
        </Form.Item>
        <Form.Item name="reportWithinDays" label={say(words.reportWithinDays)}>
          <InputNumber min={0} max={366} precision={0} />
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

type Say = ReturnType<typeof useWords>['say'];

const optionsOf = (resource: string, field: string, values: readonly string[], say: Say) =>
  values.map((value) => ({ value, label: say(optionWords(resource, field, value)) }));

function valuesOf(rule: CadenceRule | null, { startsOn, endsOn }: Programme): Partial<Values> {
  if (!rule) {
    return {
      per: 'pairing',
      what: [],
      period: 'month',
      minimum: 1,
      evidence: 'verified',
      dates: [dayjs(startsOn), dayjs(endsOn)],
    };
  }
  const { who, what, from, to, words: names, period, minimum, evidence, source, reportWithinDays } = rule;
  return {
    ...who,
    ...{ words: names, period, minimum, evidence, source },
    what: what === 'any' ? [] : what,
    reportWithinDays: reportWithinDays ?? null,
    dates: [dayjs(from), dayjs(to)],
  };
}

/** What the form says as a rule, for the schema to judge. */
function ruleOf(code: string, { per, unitClasses, levels, what, dates, ...rest }: Values) {
  const [from, to] = dates.map((day) => day.format('YYYY-MM-DD'));
  const who = per === 'station' ? { per, levels } : { per, unitClasses };
  return { code, who, what: what.length === 0 ? 'any' : what, from, to, ...rest };
}
