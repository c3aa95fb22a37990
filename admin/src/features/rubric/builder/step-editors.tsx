import { useWords } from '../../../providers/i18n';
import { Choice, Figure, type Path, Text } from './fields';
import type { ItemProps, Of } from './item-props';
import { MetricPicker } from './metric-picker';
import { Rows } from './rows';

type Steps = Of<'ratio'>['steps'];

function StepRows({
  path,
  steps,
  unit,
  onSteps,
}: {
  path: Path;
  steps: Steps;
  unit: string;
  onSteps: (steps: Steps, field: string | null) => void;
}) {
  const { say } = useWords();
  return (
    <Rows
      path={path}
      label={say({ zh: '阈值', en: 'Thresholds' })}
      rows={steps}
      onRows={onSteps}
      fresh={() => ({ at: undefined, points: undefined })}
      add={say({ zh: '增加阈值', en: 'Add a threshold' })}
    >
      {(step, at, put) => (
        <>
          <Figure
            hidden
            path={[...at, 'at']}
            label={say({ zh: '阈值', en: 'Threshold' })}
            value={step.at}
            min={-100_000}
            suffix={unit}
            onFigure={(value, field) => put({ ...step, at: value }, field)}
          />
          <Figure
            hidden
            path={[...at, 'points']}
            label={say({ zh: '得分', en: 'Points' })}
            value={step.points}
            suffix={say({ zh: '分', en: 'points' })}
            onFigure={(points, field) => put({ ...step, points }, field)}
          />
        </>
      )}
    </Rows>
  );
}

/** A rate against thresholds. */
export function Ratio({ item, path, put }: ItemProps<Of<'ratio'>>) {
  const { say } = useWords();
  const part = (key: 'numerator' | 'denominator', label: string) => (
    <Text
      path={[...path, key]}
      label={label}
      value={item[key]}
      most={100}
      onText={(text, field) => put({ ...item, [key]: text || undefined }, field)}
    />
  );
  return (
    <>
      {part('numerator', say({ zh: '分子名称', en: 'Numerator' }))}
      {part('denominator', say({ zh: '分母名称', en: 'Denominator' }))}
      <StepRows
        path={[...path, 'steps']}
        steps={item.steps}
        unit={say({ zh: '% 以上', en: '% or more' })}
        onSteps={(steps, field) => put({ ...item, steps }, field)}
      />
    </>
  );
}

/** A figure of the system's own records. */
export function Metric({ item, path, put }: ItemProps<Of<'metric'>>) {
  const { say } = useWords();
  const { rule } = item;
  const at = [...path, 'rule'];
  return (
    <>
      <MetricPicker
        path={[...path, 'metric']}
        metric={item.metric}
        onMetric={(metric, field) => put({ ...item, metric }, field)}
      />
      <Choice
        path={[...at, 'mode']}
        label={say({ zh: '怎样得分', en: 'How it earns' })}
        value={rule.mode}
        options={[
          { value: 'steps', label: say({ zh: '按阈值', en: 'by thresholds' }) },
          { value: 'linear', label: say({ zh: '按比例', en: 'in proportion' }) },
        ]}
        onChoice={(mode) =>
          put({
            ...item,
            rule:
              mode === 'linear'
                ? { mode, zeroAt: 0, fullAt: 100 }
                : { mode, direction: 'atLeast', steps: [{ at: undefined, points: undefined }] },
          })
        }
      />
      {rule.mode === 'linear' ? (
        <>
          <Figure
            path={[...at, 'zeroAt']}
            label={say({ zh: '得 0 分的数值', en: 'None at' })}
            value={rule.zeroAt}
            min={-100_000}
            onFigure={(zeroAt, field) => put({ ...item, rule: { ...rule, zeroAt } }, field)}
          />
          <Figure
            path={[...at, 'fullAt']}
            label={say({ zh: '得满分的数值', en: 'All at' })}
            value={rule.fullAt}
            min={-100_000}
            onFigure={(fullAt, field) => put({ ...item, rule: { ...rule, fullAt } }, field)}
          />
        </>
      ) : (
        <>
          <Choice
            path={[...at, 'direction']}
            label={say({ zh: '方向', en: 'Direction' })}
            value={rule.direction}
            options={[
              { value: 'atLeast', label: say({ zh: '越多越好', en: 'more is better' }) },
              { value: 'atMost', label: say({ zh: '越少越好', en: 'less is better' }) },
            ]}
            onChoice={(direction) => put({ ...item, rule: { ...rule, direction } })}
          />
          <StepRows
            path={[...at, 'steps']}
            steps={rule.steps}
            unit={say(
              rule.direction === 'atMost' ? { zh: '以内', en: 'at most' } : { zh: '以上', en: 'or more' },
            )}
            onSteps={(steps, field) => put({ ...item, rule: { ...rule, steps } }, field)}
          />
        </>
      )}
    </>
  );
}
