import { acceptsPlanning } from '@jiedui/shared/round';
import { bandsWords } from '@jiedui/shared/rubric';
import { Segmented, Select, Skeleton, Tabs } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { optionWords } from '../../models/words';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { formatInstant } from '../../ui/field/format';
import { ExampleTag, StateTag } from '../../ui/field/tags';
import { DownloadButton } from '../../ui/list/export-button';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { Distribution } from './distribution';
import { Explanation } from './explanation';
import { HeatMap } from './heat-map';
import { Ranking } from './ranking';
import './summary.css';
import {
  fullMarks,
  type Summary,
  type SummaryClass,
  type SummaryRow,
  scoredDimensions,
  useSummary,
} from './summary-data';

const TrustView = lazy(() => import('./trust/trust-view').then(({ TrustView: view }) => ({ default: view })));

const words = {
  result: { zh: '结果', en: 'Result' },
  trust: { zh: '可信度', en: 'Trust' },
  view: { zh: '查看', en: 'View' },
  title: { zh: '测评汇总', en: 'Summary' },
  round: { zh: '轮次', en: 'Round' },
  noRound: {
    zh: '还没有测评轮次。请先在“测评轮次”新建并开始评分。',
    en: 'There is no round yet. Make one on “Rounds” and open it.',
  },
  empty: { zh: '这一轮还没有开始评分。', en: 'This round has not opened yet.' },
  toRound: { zh: '到轮次页安排分工并开始评分', en: 'Assign evaluators and open it on the round’s page' },
  ranking: { zh: '排名', en: 'Ranking' },
  spread: { zh: '分布', en: 'Distribution' },
  heat: { zh: '热力图', en: 'Heat map' },
};

/** The middle of a class's totals, and the bands that it is judged by. */
function ClassFacts({ group }: { group: SummaryClass }) {
  const { say } = useWords();
  const bands = bandsWords(group.bands);
  return (
    <p className="muted summary-facts">
      {group.mean !== null && (
        <span>
          {say({
            zh: `有得分的 ${group.scored} 个单位:平均分 ${group.mean},中位数 ${group.median}`,
            en: `${group.scored} with a score: mean ${group.mean}, median ${group.median}`,
          })}
        </span>
      )}
      <span>{say({ zh: `等次:${bands.zh}`, en: `Grades: ${bands.en}` })}</span>
    </p>
  );
}

function ClassSection({
  summary,
  group,
  onExplain,
}: {
  summary: Summary;
  group: SummaryClass;
  onExplain: (unit: SummaryRow['unit']) => void;
}) {
  const { say } = useWords();
  const dimensions = scoredDimensions(summary);
  return (
    <section
      className="panel summary-class"
      aria-label={say(optionWords('unit', 'unitClass', group.unitClass))}
    >
      <h2>
        {say(optionWords('unit', 'unitClass', group.unitClass))}{' '}
        <span className="muted">
          {say({
            zh: `${group.units} 个单位,已排名 ${group.ranked} 个`,
            en: `${group.units} units, ${group.ranked} ranked`,
          })}
        </span>
      </h2>
      <ClassFacts group={group} />
      <Tabs
        size="small"
        items={[
          {
            key: 'ranking',
            label: say(words.ranking),
            children: <Ranking group={group} dimensions={dimensions} onExplain={onExplain} />,
          },
          {
            key: 'spread',
            label: say(words.spread),
            children: <Distribution group={group} max={fullMarks(summary)} />,
          },
          {
            key: 'heat',
            label: say(words.heat),
            children: <HeatMap group={group} dimensions={dimensions} />,
          },
        ]}
      />
    </section>
  );
}

function SummaryView({ round }: { round: string }) {
  const { say } = useWords();
  const { demo } = useSession();
  const [unit, setUnit] = useState<SummaryRow['unit'] | null>(null);
  const { data, error, refetch } = useSummary(round);
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active />;
  if (!data.rubric) {
    return (
      <Notice text={say(words.empty)}>
        <Link to={`/rounds/${round}`}>{say(words.toRound)}</Link>
      </Notice>
    );
  }
  return (
    <>
      <p className="muted summary-facts">
        <StateTag resource="round" state={data.round.state} /> {data.rubric.name}{' '}
        <ExampleTag example={data.rubric.example} />{' '}
        {say({
          zh: `至少 ${data.rubric.minRaters} 名测评员方可排名`,
          en: `Ranked from ${data.rubric.minRaters} evaluators on`,
        })}
        {/* The real day beside the example's own would only puzzle. */}
        {data.updatedAt &&
          !demo &&
          say({
            zh: ` · 更新于 ${formatInstant(data.updatedAt)}`,
            en: ` · updated ${formatInstant(data.updatedAt)}`,
          })}
      </p>
      {data.classes.map((group) => (
        <ClassSection key={group.unitClass} summary={data} group={group} onExplain={setUnit} />
      ))}
      <Explanation round={round} unit={unit} onClose={() => setUnit(null)} />
    </>
  );
}

/** The result of a round: ranking by unit class, distribution, heat map, and where every total comes from. */
function SummaryPage() {
  const { say } = useWords();
  const { has } = useAccess();
  const { rounds } = useSession();
  const [params, setParams] = useSearchParams();
  // A round in preparation has nothing to sum up yet.
  const first = rounds.find(({ state }) => !acceptsPlanning(state)) ?? rounds[0];
  const round = params.get('round') ?? first?.documentId ?? '';
  const trusting = has('readTrust') && params.get('view') === 'trust';
  const show = (next: { round: string; trusting: boolean }) =>
    setParams({ round: next.round, ...(next.trusting ? { view: 'trust' } : {}) }, { replace: true });
  return (
    <Page
      title={say(words.title)}
      actions={
        rounds.length > 0 && (
          <>
            <Select
              value={round}
              aria-label={say(words.round)}
              className="summary-round"
              onChange={(value: string) => show({ round: value, trusting })}
              options={rounds.map((one) => ({ value: one.documentId, label: one.name }))}
            />
            {has('readTrust') && (
              <Segmented
                aria-label={say(words.view)}
                value={trusting ? 'trust' : 'result'}
                onChange={(value) => show({ round, trusting: value === 'trust' })}
                options={[
                  { value: 'result', label: say(words.result) },
                  { value: 'trust', label: say(words.trust) },
                ]}
              />
            )}
            {has('exportLists') && (
              <DownloadButton path={`/rounds/${round}/summary/export`} fallbackName="summary.xlsx" />
            )}
          </>
        )
      }
    >
      {!round && <Notice text={say(words.noRound)} />}
      {round && !trusting && <SummaryView key={round} round={round} />}
      {round && trusting && (
        <Suspense fallback={<Skeleton active />}>
          <TrustView key={round} round={round} />
        </Suspense>
      )}
    </Page>
  );
}

export { SummaryPage as Component };
