import { MISSING_STATES, MISSING_WORDS } from '@jiedui/shared/scoring';
import { Progress, Skeleton } from 'antd';
import { useWords } from '../../../providers/i18n';
import { ErrorNotice, Notice } from '../../../ui/notices';
import { Agreement } from './agreement';
import { Calibration } from './calibration';
import { Disagreements } from './disagreements';
import { Ranks } from './ranks';
import { Severity } from './severity';
import './trust.css';
import { type Ready, useTrust } from './trust-data';

const words = {
  computing: { zh: '正在计算可信度…', en: 'Computing…' },
  notOpen: { zh: '这一轮还没有开始评分。', en: 'This round has not opened yet.' },
  coverage: { zh: '评分完成情况', en: 'Coverage' },
};

function Coverage({ trust }: Ready) {
  const { say } = useWords();
  const { scored, missing, percent } = trust.coverage.total;
  const gaps = MISSING_STATES.filter((state) => missing[state] > 0).map(
    (state) => `${say(MISSING_WORDS[state])} ${missing[state]}`,
  );
  return (
    <section className="panel trust-panel" aria-label={say(words.coverage)}>
      <h2>{say(words.coverage)}</h2>
      <p>
        {say({
          zh: `已评 ${scored} 项${percent === null ? '' : `,完成 ${percent.toFixed(1)}%`}。`,
          en: `${scored} items scored${percent === null ? '' : `, ${percent.toFixed(1)} %`}.`,
        })}{' '}
        {gaps.join(' · ')}
      </p>
    </section>
  );
}

/** How far the scores of a round can be trusted: agreement, severity, ranks as tiers, disagreements and gaps. */
export function TrustView({ round }: { round: string }) {
  const { say } = useWords();
  const { data, error, refetch } = useTrust(round);
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active />;
  if (data.state === 'notOpen') return <Notice text={say(words.notOpen)} />;
  if (data.state === 'computing') {
    return (
      <section className="panel trust-panel" role="status">
        <p>{say(words.computing)}</p>
        <Progress
          percent={Math.round((data.done / Math.max(data.of, 1)) * 100)}
          aria-label={say(words.computing)}
        />
      </section>
    );
  }
  return (
    <>
      <Agreement {...data} />
      <Severity {...data} />
      <Calibration round={round} />
      <Ranks {...data} />
      <Disagreements {...data} round={round} />
      <Coverage {...data} />
    </>
  );
}
