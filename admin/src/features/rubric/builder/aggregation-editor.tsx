import type { RubricDraft } from '@jiedui/shared/rubric';
import { useWords } from '../../../providers/i18n';
import { Choice, Figure } from './fields';

type Aggregation = RubricDraft['aggregation'];

const FRESH: { [P in Aggregation['policy']]: Extract<Aggregation, { policy: P }> } = {
  mean: { policy: 'mean' },
  dropHighLow: { policy: 'dropHighLow', from: 5 },
  trimmed: { policy: 'trimmed', proportion: 0.1 },
};

/** Shares are stored as parts of one and spoken of in percent. */
export const toPercent = (share: number | undefined): number | undefined =>
  share === undefined ? undefined : Math.round(share * 1_000_000) / 10_000;
export const fromPercent = (percent: number | undefined): number | undefined =>
  percent === undefined ? undefined : Math.round(percent * 10_000) / 1_000_000;

/** How the sheets of several evaluators become one score. */
export function AggregationEditor({
  aggregation,
  onAggregation,
}: {
  aggregation: Aggregation;
  onAggregation: (aggregation: Aggregation, field: string | null) => void;
}) {
  const { say } = useWords();
  return (
    <>
      <Choice
        path={['aggregation', 'policy']}
        label={say({ zh: '多名测评员怎样合成', en: 'Several evaluators' })}
        value={aggregation.policy}
        options={[
          { value: 'mean', label: say({ zh: '平均', en: 'mean' }) },
          { value: 'dropHighLow', label: say({ zh: '去最高最低各一', en: 'drop one high, one low' }) },
          { value: 'trimmed', label: say({ zh: '两端各去掉一定比例', en: 'drop a share on each side' }) },
        ]}
        onChoice={(policy) => onAggregation(FRESH[policy], null)}
      />
      {aggregation.policy === 'dropHighLow' && (
        <Figure
          path={['aggregation', 'from']}
          label={say({ zh: '达到多少名时去掉', en: 'From how many on' })}
          value={aggregation.from}
          whole
          min={3}
          max={1000}
          suffix={say({ zh: '名', en: '' })}
          onFigure={(from, field) => onAggregation({ ...aggregation, from: from ?? null }, field)}
        />
      )}
      {aggregation.policy === 'trimmed' && (
        <Figure
          path={['aggregation', 'proportion']}
          label={say({ zh: '两端各去掉', en: 'On each side' })}
          value={toPercent(aggregation.proportion)}
          max={49}
          suffix="%"
          onFigure={(percent, field) =>
            onAggregation({ ...aggregation, proportion: fromPercent(percent) }, field)
          }
        />
      )}
    </>
  );
}
