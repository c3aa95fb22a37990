import { FILING_STANDINGS, STANDING_WORDS, type StandingCounts } from '@jiedui/shared/filing';
import { Button, Skeleton, Table, type TableColumnsType } from 'antd';
import { useSearchParams } from 'react-router';
import { useWords } from '../../providers/i18n';
import { ErrorNotice, Notice } from '../../ui/notices';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';
import { DueDay, dutyTitle } from './duty-words';
import { type DutyCounts, dutyKey, type FilingKind } from './filing-data';
import { Parties } from './parties';

const words = {
  duty: { zh: '事项', en: 'What' },
  due: { zh: '截止', en: 'Due' },
  received: { zh: '已报/应报', en: 'In of all' },
  none: {
    zh: '还没有启用的事项。点右上角的按钮新建或启用。',
    en: 'Nothing is asked for yet. Add or use a requirement by the button above.',
  },
};

const totalOf = ({ met, late, missing, notYet }: StandingCounts) => met + late + missing + notYet;

/** How many of those who owe it have sent it in; the bar says what the numbers beside it say. */
function Share({ counts }: { counts: StandingCounts }) {
  const total = totalOf(counts);
  const part = (of: number) => ({ width: `${total === 0 ? 0 : (of / total) * 100}%` });
  return (
    <span className="filing-share">
      {`${counts.met + counts.late}/${total}`}
      <span className="filing-meter" aria-hidden="true">
        <span className="filing-meter-met" style={part(counts.met)} />
        <span className="filing-meter-late" style={part(counts.late)} />
        <span className="filing-meter-missing" style={part(counts.missing)} />
      </span>
    </span>
  );
}

/** What is asked for and how many have sent it in, and below it those who owe it, one by one. */
export function DutyOverview({ kind }: { kind: FilingKind }) {
  const { say } = useWords();
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useRead<DutyCounts[]>('/filings', { of: kind.resource });
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active title={false} />;
  if (data.length === 0) return <Notice text={say(words.none)} />;

  const chosen = data.find(
    ({ requirement, period }) =>
      requirement.documentId === params.get('duty') && (period ?? '') === (params.get('period') ?? ''),
  );
  const open = ({ requirement, period }: DutyCounts, standing?: string) =>
    setParams({
      view: 'overview',
      duty: requirement.documentId,
      ...(period === null ? {} : { period }),
      ...(standing ? { standing } : {}),
    });
  if (chosen) return <Parties key={dutyKey(chosen)} kind={kind} duty={chosen} />;
  return <Duties duties={[...data].reverse()} onOpen={open} />;
}

type DutiesProps = { duties: DutyCounts[]; onOpen: (duty: DutyCounts, standing?: string) => void };

function Duties({ duties, onOpen }: DutiesProps) {
  const { say } = useWords();
  const phone = usePhone();
  const name = (duty: DutyCounts) => (
    <Button type="link" className="filing-open" onClick={() => onOpen(duty)}>
      {dutyTitle(duty)}
    </Button>
  );
  const count = (duty: DutyCounts, standing: (typeof FILING_STANDINGS)[number]) =>
    duty.counts[standing] === 0 ? (
      <span className="muted">0</span>
    ) : (
      <Button
        type="link"
        className="filing-open"
        aria-label={`${dutyTitle(duty)} ${say(STANDING_WORDS[standing])} ${duty.counts[standing]}`}
        onClick={() => onOpen(duty, standing)}
      >
        {duty.counts[standing]}
      </Button>
    );
  const isOpen = ({ counts }: DutyCounts) => counts.missing + counts.notYet > 0;

  if (phone) {
    return (
      <ul className="record-cards">
        {duties.map((duty) => (
          <li key={dutyKey(duty)} className="record-card">
            <div className="record-card-title">{name(duty)}</div>
            <dl>
              <dt>{say(words.due)}</dt>
              <dd>
                <DueDay duty={duty} open={isOpen(duty)} />
              </dd>
              <dt>{say(words.received)}</dt>
              <dd>
                <Share counts={duty.counts} />
              </dd>
              {FILING_STANDINGS.filter((standing) => duty.counts[standing] > 0).map((standing) => (
                <div key={standing} className="filing-pair">
                  <dt>{say(STANDING_WORDS[standing])}</dt>
                  <dd>{count(duty, standing)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    );
  }
  const columns: TableColumnsType<DutyCounts> = [
    { title: say(words.duty), key: 'duty', render: (_, duty) => name(duty) },
    {
      title: say(words.due),
      key: 'due',
      width: 210,
      render: (_, duty) => <DueDay duty={duty} open={isOpen(duty)} />,
    },
    {
      title: say(words.received),
      key: 'received',
      width: 150,
      render: (_, duty) => <Share counts={duty.counts} />,
    },
    ...FILING_STANDINGS.map((standing) => ({
      title: say(STANDING_WORDS[standing]),
      key: standing,
      align: 'right' as const,
      width: 100,
      render: (_: unknown, duty: DutyCounts) => count(duty, standing),
    })),
  ];
  return <Table size="small" rowKey={dutyKey} columns={columns} dataSource={duties} pagination={false} />;
}
