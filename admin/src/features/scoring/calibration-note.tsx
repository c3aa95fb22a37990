import type { CalibrationFeedback } from '@jiedui/shared/round';
import { Alert, Table, type TableColumnsType } from 'antd';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { asRow } from '../../providers/row';
import { ErrorNotice } from '../../ui/notices';
import { Files } from '../../ui/record/files';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';

type Answer = { released: boolean; feedback: CalibrationFeedback | null };
type Part = Extract<CalibrationFeedback, { parts: object }>['parts'][number];

const words = {
  title: { zh: '校准案例', en: 'Calibration case' },
  hint: {
    zh: '这是校准案例,不计入结果。请像评其他单位一样独立评分。',
    en: 'This is a calibration case and counts in no result. Score it by yourself, as any other.',
  },
  yours: { zh: '您在校准案例上的宽严(只有您本人看到)', en: 'How you scored it (nobody but you sees this)' },
  notSubmitted: { zh: '您没有提交这份校准案例。', en: 'You have not submitted it.' },
  tooFew: {
    zh: '提交的不足 3 人,不给出对比,以免看出他人的评分。',
    en: 'Fewer than 3 are in, so nothing is compared: it would tell what others gave.',
  },
  unitOwed: {
    zh: '您本轮还要评这个单位。提交该单位的评分表后,再显示您与其他人的对比。',
    en: 'You have still to score this unit in the round. The comparison follows when you have submitted that sheet.',
  },
  part: { zh: '项目', en: 'Part' },
  own: { zh: '您的评分', en: 'Yours' },
  others: { zh: '其他人平均', en: 'Mean of the others' },
  lean: { zh: '对比', en: 'Compared' },
};

/** On a phone the comparison stands under its part: beside it, it would be out of sight. */
function FeedbackList({ parts }: { parts: Part[] }) {
  const { say } = useWords();
  return (
    <ul className="sheet-compared">
      {parts.map((one) => (
        <li key={one.code ?? ''}>
          <strong>{say(one.name)}</strong>
          <span>
            {say(words.own)} {one.own.toFixed(1)} / {one.max}
          </span>
          <span>
            {say(words.others)} {one.others.toFixed(1)}
          </span>
          <span className="sheet-compared-words">{say(one.words)}</span>
        </li>
      ))}
    </ul>
  );
}

function Feedback({ feedback }: { feedback: CalibrationFeedback }) {
  const { say } = useWords();
  const phone = usePhone();
  if (feedback.parts === null) return <p className="muted">{say(words[feedback.reason])}</p>;
  if (phone) return <FeedbackList parts={feedback.parts} />;
  const columns: TableColumnsType<Part> = [
    { key: 'part', title: say(words.part), width: 200, render: (_, { name }) => say(name) },
    {
      key: 'own',
      title: say(words.own),
      align: 'right',
      width: 120,
      render: (_, { own, max }) => `${own.toFixed(1)} / ${max}`,
    },
    {
      key: 'others',
      title: say(words.others),
      align: 'right',
      width: 120,
      render: (_, { others }) => others.toFixed(1),
    },
    { key: 'lean', title: say(words.lean), render: (_, one) => say(one.words) },
  ];
  return (
    <Table
      size="small"
      rowKey={({ code }) => code ?? ''}
      columns={columns}
      dataSource={feedback.parts}
      pagination={false}
    />
  );
}

/** What a calibration sheet is for, the papers of the case, and later how its evaluator scored it. */
export function CalibrationNote({ sheet, round }: { sheet: string; round: string }) {
  const { say } = useWords();
  const model = useModel('rounds');
  const feedback = useRead<Answer>(`/evaluations/${sheet}/calibration`, {}, { staleTime: 0 });
  const papers = useRead<object>(`/rounds/${round}`, {
    fields: ['caseText'],
    populate: { caseFiles: true },
  });
  const row = asRow(papers.data ?? null);
  const unread = [papers, feedback].find(({ data, error }) => error !== null && data === undefined);
  const retry = () => {
    papers.refetch();
    feedback.refetch();
  };
  const files = Array.isArray(row?.caseFiles) ? row.caseFiles : [];
  return (
    <section className="panel sheet-dimension" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      <Alert type="info" showIcon className="kept-note" message={say(words.hint)} />
      {typeof row?.caseText === 'string' && <p className="sheet-case">{row.caseText}</p>}
      {row && files.length > 0 && <Files model={model} row={row} field="caseFiles" editable={false} />}
      {unread && <ErrorNotice error={unread.error} onRetry={retry} />}
      {feedback.data?.feedback && (
        <>
          <h3>{say(words.yours)}</h3>
          <Feedback feedback={feedback.data.feedback} />
        </>
      )}
    </section>
  );
}
