import { shownCoefficient } from '@jiedui/shared/reliability';
import type { CalibrationAgreement } from '@jiedui/shared/round';
import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../../providers/i18n';
import { ErrorNotice } from '../../../ui/notices';
import { useRead } from '../../../ui/use-read';
import { shownNumber } from './trust-data';

type Answer = {
  round: { documentId: string; name: string; state: string };
  unit: string | null;
  asked: number;
  submitted: number;
  agreement: CalibrationAgreement | null;
  names: Record<string, string>;
} | null;
type Line = CalibrationAgreement['raters'][number];

const words = {
  title: { zh: '校准案例', en: 'Calibration case' },
  rater: { zh: '测评员', en: 'Evaluator' },
  total: { zh: '得分', en: 'Total' },
  difference: { zh: '比其他人平均', en: 'From the others' },
  apart: {
    zh: '校准案例不计入本轮的结果和统计;一致性按案例的各项指标计算(各项折成百分比)。',
    en: 'It counts in no result; agreement is over the items of the case, each in percent.',
  },
};

/** How far the evaluators agree on the case that all of them scored, and each one's difference. */
export function Calibration({ round }: { round: string }) {
  const { say } = useWords();
  const { data, error, refetch } = useRead<Answer>(`/rounds/${round}/calibration`);
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} of={say(words.title)} />;
  if (!data) return null;
  const { agreement, names } = data;
  const signed = (value: number | null) =>
    value === null ? '–' : `${value > 0 ? '+' : ''}${shownNumber(value)}`;
  const columns: TableColumnsType<Line> = [
    { key: 'rater', title: say(words.rater), render: (_, { rater }) => names[rater] ?? '–' },
    {
      key: 'total',
      title: say(words.total),
      align: 'right',
      width: 80,
      render: (_, { total }) => (total === null ? '–' : shownNumber(total)),
    },
    {
      key: 'difference',
      title: say(words.difference),
      align: 'right',
      width: 120,
      render: (_, { difference }) => signed(difference),
    },
  ];
  return (
    <section className="panel trust-panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      <p>
        <Link className="link-in-text" to={`/rounds/${data.round.documentId}`}>
          {data.unit ?? data.round.name}
        </Link>{' '}
        {say({
          zh: `已提交 ${data.submitted} / ${data.asked}`,
          en: `${data.submitted} of ${data.asked} submitted`,
        })}
      </p>
      <p className="muted">{say(words.apart)}</p>
      {agreement && agreement.raters.length > 0 && (
        <>
          <p>{say(coefficients(agreement))}</p>
          {agreement.verdict && <p>{say(agreement.verdict.words)}</p>}
          <Table
            size="small"
            rowKey="rater"
            columns={columns}
            dataSource={agreement.raters}
            pagination={false}
          />
        </>
      )}
    </section>
  );
}

function coefficients({ alpha, icc }: CalibrationAgreement) {
  const a = alpha.alpha === null ? null : shownCoefficient(alpha.alpha);
  const k = icc.icc?.icc2k == null ? null : shownCoefficient(icc.icc.icc2k);
  const why = (refused: { words: { zh: string; en: string } } | object) =>
    'words' in refused ? refused.words : { zh: '不能计算', en: 'not computable' };
  return {
    zh: `一致性系数 α = ${a ?? `–(${why(alpha).zh})`};平均分的可靠性 ICC(2,k) = ${k ?? `–(${why(icc).zh})`}`,
    en: `Agreement α = ${a ?? `– (${why(alpha).en})`}; of the means ICC(2,k) = ${k ?? `– (${why(icc).en})`}`,
  };
}
