import type { Month } from '@jiedui/shared/calendar';
import type { ScheduleField, ScheduleProblem } from '@jiedui/shared/planning';
import { fieldLabel } from '@jiedui/shared/text';
import { Button, Input, Select } from 'antd';
import { useWords } from '../../providers/i18n';
import type { Draft } from './drafts';
import type { Names } from './use-fill-source';

const FIELDS = [
  'day',
  'startTime',
  'endTime',
  'title',
  'category',
  'unit',
  'venue',
  'owner',
] as const satisfies readonly ScheduleField[];
type Field = (typeof FIELDS)[number];

const FORMS: Partial<Record<Field, string>> = { startTime: '09:00', endTime: '10:30' };

type Props = {
  rows: readonly Draft[];
  problems: readonly ScheduleProblem[][];
  names: Names;
  month: Month;
  onChange: (rows: Draft[]) => void;
};

/** The rows as they will be saved, each to be mended where it stands. */
export function DraftRows({ rows, problems, names, month, onChange }: Props) {
  const { say } = useWords();
  if (rows.length === 0) return null;
  const set = (draft: Draft, field: Field, value: string | null) =>
    onChange(
      rows.map((row) => (row === draft ? { ...row, values: { ...row.values, [field]: value } } : row)),
    );
  return (
    <ol className="draft-rows">
      {rows.map((draft, at) => (
        <li key={draft.key} className={problems[at]?.length ? 'draft-row draft-row-wrong' : 'draft-row'}>
          <div className="draft-fields">
            {FIELDS.map((field) => (
              <div key={field} className={`draft-${field}`}>
                <span className="draft-label">{say(fieldLabel('schedule-item', field))}</span>
                <Control
                  field={field}
                  label={`${say(fieldLabel('schedule-item', field))} ${at + 1}`}
                  value={draft.values[field]}
                  wrong={problems[at]?.some((one) => one.field === field) ?? false}
                  names={names}
                  month={month}
                  onChange={(value) => set(draft, field, value)}
                />
              </div>
            ))}
            <Button onClick={() => onChange(rows.filter((row) => row !== draft))}>
              {say({ zh: '删去', en: 'Remove' })}
            </Button>
          </div>
          {draft.note && <p className="muted draft-note">{say(draft.note)}</p>}
          {problems[at]?.map(({ field, words }) => (
            <p key={field + words.zh} className="draft-problem">
              {say(words)}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

type ControlProps = {
  field: Field;
  label: string;
  value: string | null;
  wrong: boolean;
  names: Names;
  month: Month;
  onChange: (value: string | null) => void;
};

function Control({ field, label, value, wrong, names, month, onChange }: ControlProps) {
  const status = wrong ? 'error' : '';
  if (field === 'category' || field === 'unit') {
    const list = field === 'category' ? names.categories : names.units;
    return (
      <Select
        className="full-width"
        aria-label={label}
        status={status}
        showSearch
        optionFilterProp="label"
        allowClear={field === 'unit'}
        popupMatchSelectWidth={false}
        value={value}
        options={list.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(next) => onChange(next ?? null)}
      />
    );
  }
  return (
    <Input
      aria-label={label}
      status={status}
      placeholder={field === 'day' ? `${month}-01` : (FORMS[field] ?? '')}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value.trim() === '' ? null : target.value)}
    />
  );
}
