import type { Spread } from '@jiedui/shared/round';
import type { Entry } from '@jiedui/shared/scoring';
import { Skeleton, Table, type TableColumnsType } from 'antd';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { StateTag } from '../../ui/field/tags';
import { ErrorNotice } from '../../ui/notices';
import { usePhone } from '../../ui/use-phone';
import './moderations.css';
import { type Reply, useAnswers } from './use-answers';

const words = {
  answers: { zh: '答复', en: 'Answers' },
  none: { zh: '尚未发出。发出后,被征询的测评员在工作台上看到并答复。', en: 'Not begun yet.' },
  evaluator: { zh: '测评员', en: 'Evaluator' },
  given: { zh: '发出时得分', en: 'Points then' },
  state: { zh: '答复', en: 'Answer' },
  changes: { zh: '改动', en: 'Change' },
  reason: { zh: '理由', en: 'Reason' },
};

/** An entry in short: what was entered, without its comment. */
function shortOf(entry: Entry | null | undefined): string {
  const { comment: _, deductions, uses, ...plain } = entry ?? {};
  const parts = [
    ...Object.values(plain).map(String),
    ...(deductions ?? []).map(({ points }) => `−${points}`),
    ...(uses ?? []).map(({ option, count }) => `${option}×${count}`),
  ];
  return parts.length > 0 ? parts.join('/') : '–';
}

const changesOf = ({ before, after }: Reply): string =>
  Object.keys(after ?? {})
    .map((code) => `${code}:${shortOf(before?.[code])} → ${shortOf(after?.[code])}`)
    .join(';');

type Shown = { answers: Reply[]; pointsOf: (reply: Reply) => string };

/** On a phone what was answered stands under the name: a table would hide the reasons beside the screen. */
function AnswerCards({ answers, pointsOf }: Shown) {
  const { say } = useWords();
  return (
    <ul className="talk-answers">
      {answers.map((one) => (
        <li key={one.documentId}>
          <div>
            <strong>{one.evaluator.displayName}</strong>
            <StateTag resource="moderation-reply" state={one.state} />
          </div>
          <div className="muted">
            {say(words.given)} {pointsOf(one)}
          </div>
          {changesOf(one) && (
            <div>
              {say(words.changes)} {changesOf(one)}
            </div>
          )}
          {one.reason && (
            <div>
              {say(words.reason)} {one.reason}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function AnswerTable({ answers, pointsOf }: Shown) {
  const { say } = useWords();
  const columns: TableColumnsType<Reply> = [
    {
      key: 'evaluator',
      title: say(words.evaluator),
      width: 160,
      render: (_, one) => one.evaluator.displayName,
    },
    {
      key: 'given',
      title: say(words.given),
      align: 'right',
      width: 110,
      render: (_, one) => pointsOf(one),
    },
    {
      key: 'state',
      title: say(words.state),
      width: 110,
      render: (_, one) => <StateTag resource="moderation-reply" state={one.state} />,
    },
    { key: 'changes', title: say(words.changes), width: 240, render: (_, one) => changesOf(one) || '–' },
    { key: 'reason', title: say(words.reason), render: (_, one) => one.reason ?? '–' },
  ];
  return <Table size="small" rowKey="documentId" columns={columns} dataSource={answers} pagination={false} />;
}

/** Who was asked, what each had given and what they answered. */
export function Answers({ row }: { row: Row }) {
  const { say } = useWords();
  const phone = usePhone();
  const { data, error, refetch } = useAnswers(row.id);
  const spread = row.spread as Spread | null;
  const given = new Map((spread?.given ?? []).map(({ rater, points }) => [rater, points]));
  const pointsOf = ({ evaluator }: Reply) => {
    const points = given.get(evaluator.documentId);
    return spread && typeof points === 'number' ? `${points} / ${spread.max}` : '–';
  };
  const body = () => {
    if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
    if (!data) return <Skeleton active title={false} />;
    if (data.length === 0) return <p className="muted">{say(words.none)}</p>;
    const shown = { answers: data, pointsOf };
    return phone ? <AnswerCards {...shown} /> : <AnswerTable {...shown} />;
  };
  return (
    <section className="panel" aria-label={say(words.answers)}>
      <h2>{say(words.answers)}</h2>
      {body()}
    </section>
  );
}
