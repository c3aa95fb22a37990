import { acceptsPlanning, acceptsScores } from '@jiedui/shared/round';
import { missingSourceWords } from '@jiedui/shared/rubric';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { asLinked, type Row } from '../../providers/row';
import { ConnectionNotice } from '../../ui/connection-notice';
import { ErrorNotice } from '../../ui/notices';
import { Facts } from '../../ui/record/facts';
import { RecordPage } from '../../ui/record/record-page';
import { useWrites } from '../../ui/use-writes';
import { Assignments } from './assignments';
import { CalibrationCase, CalibrationOf } from './calibration';
import { ExtendButton } from './extend-dialog';
import { FigureProgress } from './figure-progress';
import { OpenTalks } from './open-talks';
import { PlanDialog } from './plan-dialog';
import { Published } from './published';
import { ROUND_FORM } from './round-fields';
import { RoundSteps } from './round-steps';
import { RubricPicker } from './rubric-picker';
import { SourceProgress } from './source-progress';
import { useProgress } from './use-progress';
import { WindowsInput } from './windows-input';
import './round.css';

const words = {
  rounds: { zh: '测评轮次', en: 'Rounds' },
  facts: { zh: '基本信息', en: 'Facts' },
  progress: { zh: '进度', en: 'Progress' },
  assignments: { zh: '分工', en: 'Assignments' },
  plan: { zh: '安排分工', en: 'Assign evaluators' },
  summary: { zh: '查看汇总', en: 'Summary' },
  none: { zh: '还没有安排测评分工。', en: 'No evaluator is assigned yet.' },
};

const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 100));

function RoundWork({ row }: { row: Row }) {
  const { say } = useWords();
  const { has } = useAccess();
  const { readAgain } = useWrites('assignments');
  const [planning, setPlanning] = useState(false);
  const { data, error, refetch } = useProgress(row.id);
  return (
    <section className="panel round-work">
      <div className="round-head">
        {data && (
          <strong>
            {say({
              zh: `已提交 ${data.submitted} / ${data.assignments - data.recused}`,
              en: `${data.submitted} of ${data.assignments - data.recused} submitted`,
            })}
            {data.recused > 0 && say({ zh: `,回避 ${data.recused}`, en: `, ${data.recused} recused` })}
          </strong>
        )}
        {data && data.bySource.length > 1 && <SourceProgress sources={data.bySource} />}
        {has('planRound') && acceptsPlanning(row.state) && (
          <Button onClick={() => setPlanning(true)}>{say(words.plan)}</Button>
        )}
        {has('readSummary') && <Link to={`/summary?round=${row.id}`}>{say(words.summary)}</Link>}
      </div>
      {error && !data && <ErrorNotice error={error} onRetry={refetch} of={say(words.progress)} />}
      {data?.missingSource && (
        <p className="muted round-policy">{say(missingSourceWords(data.missingSource))}</p>
      )}
      {data && <FigureProgress round={row} figures={data.figures} />}
      {data && <ConnectionNotice {...data.connection} />}
      {data?.assignments === 0 && <p className="muted">{say(words.none)}</p>}
      <ul>
        {data?.byEvaluator.map((one) => (
          <li key={one.evaluator.documentId}>
            <span>{one.evaluator.displayName}</span>
            <Progress
              size="small"
              percent={percent(one.submitted, one.total - one.recused)}
              format={() => `${one.submitted}/${one.total - one.recused}`}
              aria-label={`${one.evaluator.displayName} ${one.submitted}/${one.total - one.recused}`}
            />
            {one.recused > 0 && (
              <span className="muted">
                {say({ zh: `回避 ${one.recused}`, en: `${one.recused} recused` })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {planning && (
        <PlanDialog
          round={row.id}
          rubric={asLinked(row.rubric)?.documentId}
          onClose={() => setPlanning(false)}
          onPlanned={() => {
            refetch();
            void readAgain();
          }}
        />
      )}
    </section>
  );
}

function RoundProgressTab({ row }: { row: Row }) {
  const { may } = useAccess();
  return (
    <>
      {may('read', 'results') && <Published round={row.id} />}
      {may('update', 'moderations') && acceptsScores(row.state) && <OpenTalks round={row.id} />}
      {row.calibrates ? <CalibrationCase round={row} /> : <CalibrationOf round={row} />}
      <RoundWork row={row} />
    </>
  );
}

function RoundPage() {
  const roundModel = useModel('rounds');
  const { say } = useWords();
  const { may, has } = useAccess();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={roundModel}
      id={id}
      back={{ to: '/rounds', label: say(words.rounds) }}
      editFields={ROUND_FORM}
      editControls={{ rubric: <RubricPicker />, windows: <WindowsInput /> }}
      actions={(row) => (
        <>
          {has('planRound') && acceptsScores(row.state) && <ExtendButton row={row} />}
          <RoundSteps row={row} />
        </>
      )}
      tabs={(row) => [
        { key: 'progress', label: say(words.progress), content: <RoundProgressTab row={row} /> },
        ...(may('read', 'assignments')
          ? [{ key: 'assignments', label: say(words.assignments), content: <Assignments round={row} /> }]
          : []),
        {
          key: 'facts',
          label: say(words.facts),
          content: (
            <div className="panel">
              <Facts
                model={roundModel}
                row={row}
                fields={[
                  'rubric',
                  'programme',
                  'opensOn',
                  'closesOn',
                  'judgesFrom',
                  'judgesTo',
                  'appealDays',
                  'disagreementPercent',
                  'frozenHash',
                ]}
              />
            </div>
          ),
        },
      ]}
    />
  );
}

export { RoundPage as Component };
