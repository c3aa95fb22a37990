import type { Indicator, ItemOf } from '@jiedui/shared/rubric';
import type { Entry } from '@jiedui/shared/scoring';
import { Radio } from 'antd';
import { useWords } from '../../providers/i18n';
import { Deductions } from './deductions';
import { LevelWords } from './level-words';
import { MetricFact } from './metric-fact';
import { fieldId, NumberField } from './number-field';

export type InputProps = {
  indicator: Indicator;
  entry: Entry | undefined;
  disabled: boolean;
  onEntry: (value: Partial<Entry>) => void;
};

const MOST = 1_000_000;

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
  return <Deductions indicator={indicator} rule={rule} entry={entry} disabled={disabled} onEntry={onEntry} />;
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
      <span className="sheet-levels">
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
        <LevelWords item={item} />
      </span>
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
      whole
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

const INPUTS = {
  points: Points,
  deduct: Deduct,
  level: Level,
  ratio: Ratio,
  bonus: Bonus,
  veto: Veto,
  metric: MetricFact,
};

/** The field of an indicator, by the kind of its item. */
export function EntryInput(props: InputProps) {
  const Field = INPUTS[props.indicator.item.kind];
  return <Field {...props} />;
}
