import { figureWords, type MetricRecords, metricOf, metricWords, originWords } from '@jiedui/shared/metric';
import type { ItemOf } from '@jiedui/shared/rubric';
import { Link } from 'react-router';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { InputProps } from './entry-inputs';
import { useSheetFacts } from './sheet-facts';

/** Where the records of a figure are listed for a unit, with the path whose right to read it takes. */
const LISTS: Partial<Record<MetricRecords, { path: string; at: (unit: string) => string }>> = {
  activities: { path: 'activities', at: (unit) => `/activities?unit=${unit}` },
  reports: { path: 'reports', at: (unit) => `/reports?unit=${unit}` },
  projects: { path: 'projects', at: (unit) => `/projects?unit=${unit}` },
  stories: { path: 'stories', at: (unit) => `/stories?unit=${unit}` },
};

/** A figure of the system: what it is, of what it was made, and where it comes from. Nobody fills it in. */
export function MetricFact({ indicator, entry }: InputProps) {
  const { say } = useWords();
  const { may } = useAccess();
  const { unit, figures } = useSheetFacts();
  const { metric } = indicator.item as ItemOf<'metric'>;
  const figure = figures[metric] ?? { value: entry?.value ?? null };
  const origin = originWords(metric);
  const records = metricOf(metric)?.records;
  const list = records && LISTS[records];
  return (
    <span className="sheet-figure">
      <span>
        {say(metricWords(metric))} <strong>{say(figureWords(metric, figure))}</strong>
      </span>
      {origin && <span className="muted sheet-origin">{say(origin)}</span>}
      {list && unit && may('read', list.path) && (
        <Link to={list.at(unit)} target="_blank" className="sheet-origin">
          {say({ zh: '查看记录', en: 'See the records' })}
        </Link>
      )}
    </span>
  );
}
