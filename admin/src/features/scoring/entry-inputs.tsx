import type { Indicator, ItemOf } from '@jiedui/shared/rubric';
import type { Entry } from '@jiedui/shared/scoring';
import { Input, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../../providers/i18n';

export type InputProps = {
  indicator: Indicator;
  entry: Entry | undefined;
  disabled: boolean;
  onEntry: (value: Partial<Entry>) => void;
};

/** A number as people type it, full-width digits and all; null for an empty field, NaN for what is none. */
function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

type NumberProps = {
  id: string;
  label: string;
  value: number | undefined;
  max: number;
  whole?: boolean;
  disabled: boolean;
  suffix?: string;
  onValue: (value: number | undefined) => void;
};

/**
 * A number of the sheet. Text that is no number, or out of range, stays here with its message: only what may
 * stand on the sheet leaves the field.
 */
function NumberField({ id, label, value, max, whole, disabled, suffix, onValue }: NumberProps) {
  const { say } = useWords();
  const [text, setText] = useState(value === undefined ? '' : String(value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText((shown) =>
      readNumber(shown) === (value ?? null) ? shown : value === undefined ? '' : String(value),
    );
    setWrong(false);
  }, [value]);

  const change = (typed: string) => {
    setText(typed);
    const number = readNumber(typed);
    const bad =
      number !== null && (Number.isNaN(number) || number > max || (whole && !Number.isInteger(number)));
    setWrong(Boolean(bad));
    if (!bad) onValue(number ?? undefined);
  };
  const range = whole
    ? say({ zh: `请填 0 到 ${max} 的整数`, en: `A whole number from 0 to ${max}` })
    : say({ zh: `请填 0 到 ${max} 的数`, en: `A number from 0 to ${max}` });
  return (
    <span className="sheet-number">
      <Input
        id={id}
        value={text}
        disabled={disabled}
        inputMode={whole ? 'numeric' : 'decimal'}
        aria-label={label}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        status={wrong ? 'error' : ''}
        suffix={suffix}
        autoComplete="off"
        onFocus={(event) => event.target.select()}
        onChange={(event) => change(event.target.value)}
      />
      {wrong && (
        <span className="sheet-wrong" id={`${id}-wrong`} role="alert">
          {range}
        </span>
      )}
    </span>
  );
}

const MOST = 1_000_000;
export const fieldId = (code: string, part = '') => `entry-${code}${part && `-${part}`}`;

function Points({ indicator, entry, disabled, onEntry }: InputProps) {
  return (
    <NumberField
      id={fieldId(indicator.code)}
      label={indicator.name}
      value={entry?.points}
      max={indicator.maxPoints}
      disabled={disabled}
      suffix={`/ ${indicator.maxPoints}`}
      onValue={(points) => onEntry({ points })}
    />
  );
}

function Deduct({ indicator, entry, disabled, onEntry }: InputProps) {
  const { say } = useWords();
  const { rule } = indicator.item as ItemOf<'deduct'>;
  if (rule.mode === 'perMissing') {
    return (
      <NumberField
        id={fieldId(indicator.code)}
        label={say({ zh: `${indicator.name}:缺少数量`, en: `${indicator.name}: how many are missing` })}
        value={entry?.count}
        max={MOST}
        whole
        disabled={disabled}
        suffix={say({ zh: `项,每项扣 ${rule.each} 分`, en: `missing, −${rule.each} each` })}
        onValue={(count) => onEntry({ count })}
      />
    );
  }
  return (
    <NumberField
      id={fieldId(indicator.code)}
      label={say({ zh: `${indicator.name}:扣分合计`, en: `${indicator.name}: points off` })}
      value={entry?.deducted}
      max={indicator.maxPoints}
      disabled={disabled}
      suffix={say({ zh: `分,每次扣 ${rule.min}–${rule.max}`, en: `off, ${rule.min}–${rule.max} each time` })}
      onValue={(deducted) => onEntry({ deducted })}
    />
  );
}

function Level({ indicator, entry, disabled, onEntry }: InputProps) {
  const { say } = useWords();
  const item = indicator.item as ItemOf<'level'>;
  if (item.countBy) {
    const words =
      item.countBy === 'violations'
        ? { zh: '项不符', en: 'violations' }
        : { zh: '项达标', en: 'standards met' };
    return (
      <NumberField
        id={fieldId(indicator.code)}
        label={`${indicator.name}:${say(words)}`}
        value={entry?.count}
        max={MOST}
        whole
        disabled={disabled}
        suffix={say(words)}
        onValue={(count) => onEntry({ count })}
      />
    );
  }
  return (
    <Radio.Group
      id={fieldId(indicator.code)}
      value={entry?.level ?? null}
      disabled={disabled}
      optionType="button"
      aria-label={indicator.name}
      onChange={(event) => onEntry({ level: String(event.target.value) })}
      options={item.levels.map((level) => ({
        value: level.code,
        label: `${level.code}${level.label ? ` ${level.label}` : ''} · ${level.percent}%`,
      }))}
    />
  );
}

function Ratio({ indicator, entry, disabled, onEntry }: InputProps) {
  const { say } = useWords();
  const item = indicator.item as ItemOf<'ratio'>;
  const part = (key: 'numerator' | 'denominator', label: string, first: boolean) => (
    <NumberField
      id={fieldId(indicator.code, first ? '' : key)}
      label={`${indicator.name}:${label}`}
      value={entry?.[key]}
      max={MOST}
      disabled={disabled}
      suffix={label}
      onValue={(value) => onEntry({ [key]: value })}
    />
  );
  return (
    <span className="sheet-pair">
      {part('numerator', item.numerator ?? say({ zh: '分子', en: 'of' }), true)}
      <span aria-hidden>/</span>
      {part('denominator', item.denominator ?? say({ zh: '分母', en: 'all' }), false)}
    </span>
  );
}

function Bonus({ indicator, entry, disabled, onEntry }: InputProps) {
  const { options } = indicator.item as ItemOf<'bonus'>;
  const uses = entry?.uses ?? [];
  const set = (option: string, count: number | undefined) => {
    const others = uses.filter((use) => use.option !== option);
    onEntry({ uses: count ? [...others, { option, count }] : others });
  };
  return (
    <span className="sheet-bonus">
      {options.map((option, at) => (
        <NumberField
          key={option.code}
          id={fieldId(indicator.code, at === 0 ? '' : option.code)}
          label={`${indicator.name}:${option.label ?? option.code}`}
          value={uses.find((use) => use.option === option.code)?.count}
          max={1000}
          whole
          disabled={disabled}
          suffix={`× ${option.label ?? option.code} +${option.points}`}
          onValue={(count) => set(option.code, count)}
        />
      ))}
    </span>
  );
}

function Veto({ indicator, entry, disabled, onEntry }: InputProps) {
  const { say } = useWords();
  return (
    <Radio.Group
      id={fieldId(indicator.code)}
      value={entry?.triggered ?? null}
      disabled={disabled}
      optionType="button"
      aria-label={indicator.name}
      onChange={(event) => onEntry({ triggered: event.target.value as boolean })}
      options={[
        { value: false, label: say({ zh: '未触发', en: 'Not triggered' }) },
        { value: true, label: say({ zh: '触发否决', en: 'Triggered' }) },
      ]}
    />
  );
}

function Metric({ entry }: InputProps) {
  const { say } = useWords();
  return (
    <span className="muted">
      {entry?.value ?? ''} {say({ zh: '系统取数,无需填写', en: 'Taken by the system' })}
    </span>
  );
}

const INPUTS = {
  points: Points,
  deduct: Deduct,
  level: Level,
  ratio: Ratio,
  bonus: Bonus,
  veto: Veto,
  metric: Metric,
};

/** The field of an indicator, by the kind of its item. */
export function EntryInput(props: InputProps) {
  const Field = INPUTS[props.indicator.item.kind];
  return <Field {...props} />;
}
