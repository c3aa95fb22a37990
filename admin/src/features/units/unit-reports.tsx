import {
  FILING_STANDINGS,
  type FilingMetric,
  STANDING_WORDS,
  type StandingCounts,
} from '@jiedui/shared/filing';
import { figureWords, metricWords } from '@jiedui/shared/metric';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { RecordTable } from '../../ui/list/record-table';
import { ErrorNotice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';

type Answer = { counts: StandingCounts; figures: Record<FilingMetric, number | null> };

const METRICS: readonly FilingMetric[] = ['lateReports', 'reportsOnTimeRate'];

/** How a unit stands with its reports: what an evaluation takes from it, how many stand how, and each report. */
export function UnitReports({ unit }: { unit: string }) {
  const model = useModel('reports');
  const { say } = useWords();
  const { data, error, refetch } = useRead<Answer>('/filings/figures', { unit });
  return (
    <>
      <section className="panel">
        {error && !data && <ErrorNotice error={error} onRetry={refetch} />}
        {data && (
          <dl className="facts">
            {METRICS.map((metric) => (
              <div key={metric}>
                <dt>{say(metricWords(metric))}</dt>
                <dd>{say(figureWords(metric, { value: data.figures[metric] }))}</dd>
              </div>
            ))}
            {FILING_STANDINGS.map((standing) => (
              <div key={standing}>
                <dt>{say(STANDING_WORDS[standing])}</dt>
                <dd>{data.counts[standing]}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <h2 className="unit-reports">{say({ zh: '工作报送', en: 'Reports' })}</h2>
      <RecordTable
        model={model}
        caption={{ zh: '工作报送', en: 'Reports' }}
        columns={[
          'requirement',
          { field: 'firstSubmittedAt', sort: true, width: 150 },
          'lateDays',
          'receiptNumber',
          'state',
        ]}
        fixed={[{ field: 'unit.documentId', operator: 'eq', value: unit }]}
        defaultSort={{ field: 'firstSubmittedAt', order: 'desc' }}
        inAddress={false}
        empty={{ zh: '还没有报送。', en: 'Nothing has been sent in yet.' }}
      />
    </>
  );
}
