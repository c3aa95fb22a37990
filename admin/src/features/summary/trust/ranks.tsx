import type { AdjustedScore, RankInterval } from '@jiedui/shared/reliability';
import { Table, type TableColumnsType } from 'antd';
import { useWords } from '../../../providers/i18n';
import { type Ready, shownNumber } from './trust-data';

const words = {
  title: { zh: '原始分与校正分', en: 'Raw and adjusted scores' },
  unit: { zh: '单位', en: 'Unit' },
  raters: { zh: '测评员', en: 'Evaluators' },
  raw: { zh: '原始平均', en: 'Raw mean' },
  adjusted: { zh: '校正后', en: 'Adjusted' },
  moved: { zh: '差', en: 'Moved' },
  rank: { zh: '名次(校正后)', en: 'Rank (adjusted)' },
  span: { zh: '可能名次', en: 'Rank interval' },
  tier: { zh: '梯队', en: 'Tier' },
};

const PAGE = 50;

/** Each unit's raw mean beside the adjusted one, with the ranks that it might as well have had. */
export function Ranks({ trust, units }: Ready) {
  const { say } = useWords();
  const { severity, ranks } = trust;
  if (!severity.fit) return null;
  const intervals = new Map(ranks.ranks?.units.map((one) => [one.unit, one]));
  const of = ({ unit }: AdjustedScore): RankInterval | undefined => intervals.get(unit);
  const rows = [...severity.fit.units].sort((a, b) => b.adjusted - a.adjusted);
  const columns: TableColumnsType<AdjustedScore> = [
    { key: 'unit', title: say(words.unit), render: (_, { unit }) => units[unit] ?? '–' },
    { key: 'raters', title: say(words.raters), align: 'right', width: 90, dataIndex: 'raters' },
    {
      key: 'raw',
      title: say(words.raw),
      align: 'right',
      width: 100,
      render: (_, one) => shownNumber(one.raw),
    },
    {
      key: 'adjusted',
      title: say(words.adjusted),
      align: 'right',
      width: 100,
      render: (_, one) => shownNumber(one.adjusted),
    },
    {
      key: 'moved',
      title: say(words.moved),
      align: 'right',
      width: 80,
      render: (_, one) => shownNumber(one.adjusted - one.raw),
    },
    ...(ranks.ranks
      ? [
          {
            key: 'rank',
            title: say(words.rank),
            align: 'right' as const,
            width: 120,
            render: (_: unknown, one: AdjustedScore) => of(one)?.rank,
          },
          {
            key: 'span',
            title: say(words.span),
            align: 'right' as const,
            width: 110,
            render: (_: unknown, one: AdjustedScore) => {
              const span = of(one);
              return span && `${span.best}–${span.worst}`;
            },
          },
          {
            key: 'tier',
            title: say(words.tier),
            align: 'right' as const,
            width: 70,
            render: (_: unknown, one: AdjustedScore) => of(one)?.tier,
          },
        ]
      : []),
  ];
  return (
    <section className="panel trust-panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      {ranks.ranks ? (
        <p className="muted">
          {say({
            zh: `可能名次为 ${ranks.ranks.level * 100}% 区间,重抽样 ${ranks.ranks.resamples} 次,种子 ${ranks.ranks.seed.slice(0, 12)}…;同一梯队内的名次不宜细分。`,
            en: `${ranks.ranks.level * 100} % intervals from ${ranks.ranks.resamples} resamples, seed ${ranks.ranks.seed.slice(0, 12)}…; ranks within a tier should not be told apart.`,
          })}
        </p>
      ) : (
        <p className="muted">{say(ranks.words)}</p>
      )}
      <Table
        size="small"
        rowKey="unit"
        columns={columns}
        dataSource={rows}
        pagination={rows.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
        scroll={{ x: 820 }}
      />
    </section>
  );
}
