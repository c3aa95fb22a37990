import type { Disagreement, SpreadEnd } from '@jiedui/shared/reliability';
import { Table, type TableColumnsType } from 'antd';
import { useWords } from '../../../providers/i18n';
import { type Ready, shownNumber } from './trust-data';

const words = {
  title: { zh: '分歧较大的评分', en: 'Disagreements' },
  none: { zh: '没有超过界限的分歧。', en: 'None above the threshold.' },
  unit: { zh: '单位', en: 'Unit' },
  dimension: { zh: '维度', en: 'Dimension' },
  total: { zh: '总分', en: 'Total' },
  spread: { zh: '相差', en: 'Spread' },
  lowest: { zh: '最低', en: 'Lowest' },
  highest: { zh: '最高', en: 'Highest' },
};

const PAGE = 20;

/** Where evaluators are furthest apart, for them to talk about. */
export function Disagreements({ trust, units, raters }: Ready) {
  const { say } = useWords();
  const { disagreements: found, threshold, dimensions } = trust;
  const names = new Map(dimensions.map(({ code, name }) => [code, name]));
  const end = ({ value, raters: who }: SpreadEnd) =>
    `${shownNumber(value)} · ${who.map((rater) => raters[rater] ?? '–').join('、')}`;
  const columns: TableColumnsType<Disagreement> = [
    { key: 'unit', title: say(words.unit), render: (_, { unit }) => units[unit] ?? '–' },
    {
      key: 'dimension',
      title: say(words.dimension),
      width: 160,
      render: (_, { dimension }) => (dimension === null ? say(words.total) : names.get(dimension)),
    },
    {
      key: 'spread',
      title: say(words.spread),
      align: 'right',
      width: 140,
      render: (_, { spread, percent }) => `${shownNumber(spread)} (${percent.toFixed(0)}%)`,
    },
    { key: 'lowest', title: say(words.lowest), width: 200, render: (_, { lowest }) => end(lowest) },
    { key: 'highest', title: say(words.highest), width: 200, render: (_, { highest }) => end(highest) },
  ];
  return (
    <section className="panel trust-panel" aria-label={say(words.title)}>
      <h2>
        {say(words.title)} <span className="muted">{found.length}</span>
      </h2>
      <p className="muted">
        {say({
          zh: `最高与最低相差超过满分的 ${threshold}%,建议会商。`,
          en: `Further apart than ${threshold} % of the points: worth a talk.`,
        })}
      </p>
      {found.length === 0 ? (
        <p>{say(words.none)}</p>
      ) : (
        <Table
          size="small"
          rowKey={({ unit, dimension }) => `${unit} ${dimension}`}
          columns={columns}
          dataSource={found}
          pagination={found.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
          scroll={{ x: 860 }}
        />
      )}
    </section>
  );
}
