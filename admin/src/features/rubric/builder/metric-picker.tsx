import { METRIC_KEYS, metricOf, metricWords, originWords } from '@jiedui/shared/metric';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../../providers/i18n';
import { fieldKey, Labelled, type Path } from './fields';

type Props = { path: Path; metric: string; onMetric: (metric: string, field: string) => void };

/** A figure with what it measures, so that two of like names are told apart before one is chosen. */
function Option({ metric, label }: { metric: string; label: ReactNode }) {
  const { say } = useWords();
  const origin = originWords(metric);
  return (
    <>
      {label}
      {origin && <div className="muted builder-origin">{say(origin)}</div>}
    </>
  );
}

/** Chooses a figure by its words, with what it measures; one that nobody can source stays until it is changed. */
export function MetricPicker({ path, metric, onMetric }: Props) {
  const { say } = useWords();
  const origin = originWords(metric);
  return (
    <Labelled path={path} label={say({ zh: '取数项', en: 'Figure' })}>
      <Select
        id={fieldKey(path)}
        showSearch
        optionFilterProp="label"
        value={metric || null}
        {...(metric && !metricOf(metric) ? { status: 'error' as const } : {})}
        optionRender={({ value, label }) => <Option metric={String(value)} label={label} />}
        options={METRIC_KEYS.map((value) => ({ value, label: say(metricWords(value)) }))}
        onChange={(next: string) => onMetric(next, fieldKey(path))}
      />
      <span className="muted builder-hint">
        {origin
          ? say(origin)
          : say({
              zh: '系统中没有这个取数项,请从列表中选择。',
              en: 'Nothing here gives this figure; choose one from the list.',
            })}
      </span>
    </Labelled>
  );
}
