import type { RaterSeverity } from '@jiedui/shared/reliability';
import { Table, type TableColumnsType } from 'antd';
import { useWords } from '../../../providers/i18n';
import { type Ready, shownNumber } from './trust-data';

const words = {
  title: { zh: '测评员宽严', en: 'Severity of the evaluators' },
  hint: {
    zh: '与其他测评员相比,同一单位平均多给或少给多少分;宽严不影响已定的得分,只用于校正参考。',
    en: 'How much less or more one gives than the others would; it moves no official score.',
  },
  rater: { zh: '测评员', en: 'Evaluator' },
  units: { zh: '已评单位', en: 'Units' },
  severity: { zh: '宽严(分)', en: 'Severity (points)' },
  applied: { zh: '校正用', en: 'As applied' },
  coverage: { zh: '完成', en: 'Coverage' },
};

/** How severe each evaluator is, the most severe first. */
export function Severity({ trust, raters }: Ready) {
  const { say } = useWords();
  const { severity, coverage } = trust;
  const covered = new Map(coverage.raters.map((one) => [one.rater, one.percent]));
  const lean = (points: number) => {
    const shown = shownNumber(Math.abs(points));
    if (Number(shown) === 0) return say({ zh: '居中', en: 'in the middle' });
    return points > 0
      ? say({ zh: `偏严 ${shown}`, en: `${shown} severe` })
      : say({ zh: `偏宽 ${shown}`, en: `${shown} lenient` });
  };
  const columns: TableColumnsType<RaterSeverity> = [
    { key: 'rater', title: say(words.rater), render: (_, { rater }) => raters[rater] ?? '–' },
    { key: 'units', title: say(words.units), align: 'right', width: 100, dataIndex: 'units' },
    {
      key: 'fitted',
      title: say(words.severity),
      align: 'right',
      width: 130,
      render: (_, one) => lean(one.fitted),
    },
    {
      key: 'applied',
      title: say(words.applied),
      align: 'right',
      width: 120,
      render: (_, one) => shownNumber(one.applied),
    },
    {
      key: 'coverage',
      title: say(words.coverage),
      align: 'right',
      width: 90,
      render: (_, { rater }) => {
        const percent = covered.get(rater);
        return percent === null || percent === undefined ? '–' : `${percent.toFixed(0)}%`;
      },
    },
  ];
  return (
    <section className="panel trust-panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      <p className="muted">{say(words.hint)}</p>
      {severity.fit ? (
        <Table
          size="small"
          rowKey="rater"
          columns={columns}
          dataSource={[...severity.fit.raters].sort((a, b) => b.fitted - a.fitted)}
          pagination={false}
          scroll={{ x: 560 }}
        />
      ) : (
        <p>{say(severity.words)}</p>
      )}
    </section>
  );
}
