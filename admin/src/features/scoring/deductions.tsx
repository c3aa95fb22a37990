import type { Indicator, ItemOf } from '@jiedui/shared/rubric';
import type { Entry } from '@jiedui/shared/scoring';
import { Button, Input } from 'antd';
import { useWords } from '../../providers/i18n';
import { fieldId, NumberField } from './number-field';

type Deduction = NonNullable<Entry['deductions']>[number];
type Judged = Extract<ItemOf<'deduct'>['rule'], { mode: 'judged' }>;

type Props = {
  indicator: Indicator;
  rule: Judged;
  entry: Entry | undefined;
  disabled: boolean;
  onEntry: (value: Partial<Entry>) => void;
};

const words = {
  points: { zh: '扣分', en: 'points off' },
  reason: { zh: '扣分原因', en: 'Why' },
  add: { zh: '加一处扣分', en: 'Add a deduction' },
  remove: { zh: '删除', en: 'Remove' },
  oneByOne: { zh: '逐处填写', en: 'One by one' },
  none: { zh: '没有扣分', en: 'Nothing taken off' },
};

/** The deductions of an indicator one by one, each with its reason. */
function List({ indicator, rule, entry, disabled, onEntry }: Props) {
  const { say } = useWords();
  const deductions = entry?.deductions ?? [];
  const put = (next: Deduction[]) => onEntry({ deductions: next, deducted: undefined });
  const change = (at: number, value: Partial<Deduction>) =>
    put(deductions.map((one, place) => (place === at ? { ...one, ...value } : one)));
  const label = (at: number, what: string) => `${indicator.name}:${at + 1} ${what}`;

  return (
    <span className="sheet-deductions">
      {deductions.length === 0 && <span className="muted">{say(words.none)}</span>}
      {deductions.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: deductions have nothing but their place to be told by
        <span key={at} className="sheet-deduction">
          <NumberField
            id={fieldId(indicator.code, at === 0 ? '' : String(at))}
            label={label(at, say(words.points))}
            value={one.points}
            min={rule.min}
            max={rule.max}
            disabled={disabled}
            suffix={say({ zh: '分', en: 'off' })}
            onValue={(points) => points !== undefined && change(at, { points })}
          />
          <Input
            data-free-text=""
            value={one.reason ?? ''}
            disabled={disabled}
            maxLength={500}
            aria-label={label(at, say(words.reason))}
            placeholder={say(words.reason)}
            onChange={(event) => change(at, { reason: event.target.value || undefined })}
          />
          {!disabled && (
            <Button
              size="small"
              type="text"
              aria-label={`${say(words.remove)} ${label(at, '')}`}
              onClick={() => put(deductions.filter((_, place) => place !== at))}
            >
              {say(words.remove)}
            </Button>
          )}
        </span>
      ))}
      {!disabled && (
        <Button size="small" onClick={() => put([...deductions, { points: rule.min }])}>
          {say(words.add)}
        </Button>
      )}
    </span>
  );
}

/** Points taken off in judgement: their sum, or each by itself; the sheet holds one of the two. */
export function Deductions(props: Props) {
  const { indicator, rule, entry, disabled, onEntry } = props;
  const { say } = useWords();
  if (entry?.deductions) return <List {...props} />;
  const begin = () => {
    const points = entry?.deducted;
    const fits = points !== undefined && points >= rule.min && points <= rule.max;
    onEntry({ deductions: [{ points: fits ? points : rule.min }], deducted: undefined });
  };
  return (
    <span className="sheet-pair">
      <NumberField
        id={fieldId(indicator.code)}
        label={say({ zh: `${indicator.name}:扣分合计`, en: `${indicator.name}: points off` })}
        value={entry?.deducted}
        max={indicator.maxPoints}
        disabled={disabled}
        suffix={say({
          zh: `分,每次扣 ${rule.min}–${rule.max}`,
          en: `off, ${rule.min}–${rule.max} each time`,
        })}
        onValue={(deducted) => onEntry({ deducted })}
      />
      {!disabled && (
        <Button size="small" type="text" onClick={begin}>
          {say(words.oneByOne)}
        </Button>
      )}
    </span>
  );
}
