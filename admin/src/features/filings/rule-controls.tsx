import {
  type AppliesTo,
  appliesToOf,
  type Cutoff,
  cutoffSchema,
  FILE_KINDS,
  type FileKind,
  type FilingRules,
  MOST_FILES,
  MOST_MEGABYTES,
  rulesOf,
} from '@jiedui/shared/filing';
import { STATION_LEVELS, UNIT_CLASSES } from '@jiedui/shared/programme';
import type { Words } from '@jiedui/shared/text';
import { Checkbox, DatePicker, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';

/** What antd's form hands over: the data of a requirement as the text that its field is in a form. */
type Handed = { id?: string; value?: string | null; onChange?: (value: string) => void };

function parsed(text: string | null | undefined): unknown {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

const words = {
  classes: { zh: '单位类别', en: 'Classes of units' },
  levels: { zh: '阵地级别', en: 'Levels of sites' },
  departments: { zh: '牵头部门', en: 'Lead departments' },
  kinds: { zh: '文件类型', en: 'Kinds of file' },
  size: { zh: '每个最大(MB)', en: 'Each at most (MB)' },
  files: { zh: '文件个数', en: 'Files' },
  text: { zh: '文字字数', en: 'Characters' },
  least: { zh: '最少', en: 'at least' },
  most: { zh: '最多', en: 'at most' },
  monthly: { zh: '每月', en: 'Every month' },
  once: { zh: '一次', en: 'Once' },
  day: { zh: '截止日(几号)', en: 'Day of the month' },
  month: { zh: '截止月份', en: 'Of which month' },
  same: { zh: '当月', en: 'The same' },
  next: { zh: '次月', en: 'The next' },
  on: { zh: '截止日期', en: 'Cut-off' },
  addenda: { zh: '此后可补报(天)', en: 'Addenda for (days)' },
};

const KIND_WORDS: Record<FileKind, Words> = {
  picture: { zh: '图片', en: 'Pictures' },
  pdf: { zh: 'PDF', en: 'PDF' },
};

function Line({ label, children }: { label: Words; children: ReactNode }) {
  const { say } = useWords();
  return (
    <div className="filing-control-line">
      <span className="muted">{say(label)}</span>
      {children}
    </div>
  );
}

/** Whom a requirement binds. */
export function AppliesToControl({ id, value, onChange }: Handed) {
  const { say } = useWords();
  const stored = appliesToOf(parsed(value));
  const change = (next: Partial<AppliesTo>) => onChange?.(JSON.stringify({ ...stored, ...next }));
  return (
    <div className="nested" id={id}>
      <Line label={words.classes}>
        <Select
          mode="multiple"
          aria-label={say(words.classes)}
          className="full-width"
          value={stored.unitClasses}
          onChange={(unitClasses) => change({ unitClasses })}
          options={UNIT_CLASSES.map((one) => ({
            value: one,
            label: say(optionWords('unit', 'unitClass', one)),
          }))}
        />
      </Line>
      <Line label={words.levels}>
        <Select
          mode="multiple"
          aria-label={say(words.levels)}
          className="full-width"
          value={stored.stationLevels}
          onChange={(stationLevels) => change({ stationLevels })}
          options={STATION_LEVELS.map((one) => ({
            value: one,
            label: say(optionWords('station', 'level', one)),
          }))}
        />
      </Line>
      <Checkbox
        checked={stored.departments}
        onChange={({ target }) => change({ departments: target.checked })}
      >
        {say(words.departments)}
      </Checkbox>
    </div>
  );
}

type Range = FilingRules['files'];

function RangeInput({
  of,
  value,
  max,
  onChange,
}: {
  of: Words;
  value: Range;
  max: number;
  onChange: (value: Range) => void;
}) {
  const { say } = useWords();
  const input = (end: keyof Range, label: Words) => (
    <InputNumber
      aria-label={`${say(of)} ${say(label)}`}
      prefix={<span className="muted">{say(label)}</span>}
      min={0}
      max={max}
      precision={0}
      value={value[end]}
      onChange={(next) => onChange({ ...value, [end]: next ?? 0 })}
    />
  );
  return (
    <Line label={of}>
      {input('min', words.least)}
      {input('max', words.most)}
    </Line>
  );
}

const MOST_TEXT = 20_000;

/** What may be sent in: kinds and size of files, how many, and how long the text is. */
export function RulesControl({ id, value, onChange }: Handed) {
  const { say } = useWords();
  const stored = rulesOf(parsed(value));
  const change = (next: Partial<FilingRules>) => onChange?.(JSON.stringify({ ...stored, ...next }));
  return (
    <div className="nested" id={id}>
      <Line label={words.kinds}>
        <Checkbox.Group
          value={stored.kinds}
          // Without any kind nothing could be sent in at all.
          onChange={(kinds) => kinds.length > 0 && change({ kinds: kinds as FileKind[] })}
          options={FILE_KINDS.map((kind) => ({ value: kind, label: say(KIND_WORDS[kind]) }))}
        />
      </Line>
      <Line label={words.size}>
        <InputNumber
          aria-label={say(words.size)}
          min={0.1}
          max={MOST_MEGABYTES}
          value={stored.megabytes}
          onChange={(megabytes) => megabytes !== null && change({ megabytes })}
        />
      </Line>
      <RangeInput
        of={words.files}
        value={stored.files}
        max={MOST_FILES}
        onChange={(files) => change({ files })}
      />
      <RangeInput of={words.text} value={stored.text} max={MOST_TEXT} onChange={(text) => change({ text })} />
    </div>
  );
}

const MONTHLY: Cutoff = { every: 'month', day: 5, monthsLater: 1, addendaDays: 0 };

/** The cut-off of materials: a day of every month, or one day. */
export function CutoffControl({ id, value, onChange }: Handed) {
  const { say } = useWords();
  const { today } = useSession();
  const read = cutoffSchema.safeParse(parsed(value));
  const stored = read.success ? read.data : null;
  const change = (next: Cutoff) => onChange?.(JSON.stringify(next));
  const addendaDays = stored?.addendaDays ?? 0;
  return (
    <div className="nested" id={id}>
      <Radio.Group
        value={stored?.every ?? null}
        onChange={({ target }) =>
          change(
            target.value === 'month'
              ? { ...MONTHLY, addendaDays }
              : { every: 'once', on: today, addendaDays },
          )
        }
        options={[
          { value: 'month', label: say(words.monthly) },
          { value: 'once', label: say(words.once) },
        ]}
      />
      {stored?.every === 'month' && (
        <>
          <Line label={words.month}>
            <Radio.Group
              value={stored.monthsLater}
              onChange={({ target }) => change({ ...stored, monthsLater: target.value })}
              options={[
                { value: 0, label: say(words.same) },
                { value: 1, label: say(words.next) },
              ]}
            />
          </Line>
          <Line label={words.day}>
            <InputNumber
              aria-label={say(words.day)}
              min={1}
              max={31}
              precision={0}
              value={stored.day}
              onChange={(day) => day !== null && change({ ...stored, day })}
            />
          </Line>
        </>
      )}
      {stored?.every === 'once' && (
        <Line label={words.on}>
          <DatePicker
            aria-label={say(words.on)}
            value={dayjs(stored.on)}
            allowClear={false}
            onChange={(day) => day && change({ ...stored, on: day.format('YYYY-MM-DD') })}
          />
        </Line>
      )}
      {stored && (
        <Line label={words.addenda}>
          <InputNumber
            aria-label={say(words.addenda)}
            min={0}
            max={366}
            precision={0}
            value={stored.addendaDays}
            onChange={(days) => change({ ...stored, addendaDays: days ?? 0 })}
          />
        </Line>
      )}
    </div>
  );
}
