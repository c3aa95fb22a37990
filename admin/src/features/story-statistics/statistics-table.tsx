import { BY_WORDS, COUNT_WORDS, countsOf } from '@jiedui/shared/story';
import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../providers/i18n';
import { Duties } from '../../ui/story/duties';
import { type Asked, listOf, type Statistics, type StatisticsRow } from './statistics-data';

export type Shown = { statistics: Statistics; asked: Asked };

/** Up to as many characters, a head takes no more room than a number. */
const SHORT = 3;

const words = {
  all: { zh: '合计', en: 'All' },
  duty: { zh: '稿件任务', en: 'Duty' },
};

/** A number that leads to the records it counts. */
export function Count({ count, to, label }: { count: number; to: string | null; label: string }) {
  if (count === 0 || !to) return <>{count}</>;
  return (
    <Link className="link-in-text" to={to} aria-label={`${label}: ${count}`}>
      {count}
    </Link>
  );
}

/** One row a unit, site, column or outlet, with the sum of everything under them. */
export function StatisticsTable({ statistics, asked }: Shown) {
  const { say } = useWords();
  const counts = countsOf(statistics.by);
  const judged = statistics.rows.some(({ duties }) => duties !== undefined);
  const columns: TableColumnsType<StatisticsRow> = [
    { key: 'name', title: say(BY_WORDS[statistics.by]), fixed: 'left', width: 180, dataIndex: 'name' },
    ...counts.map((name) => ({
      key: name,
      title: say(COUNT_WORDS[name]),
      align: 'right' as const,
      width: say(COUNT_WORDS[name]).length > SHORT ? 94 : 68,
      render: (_: unknown, row: StatisticsRow) => (
        <Count
          count={row.counts[name] ?? 0}
          to={listOf(asked, row.key, name)}
          label={`${row.name} ${say(COUNT_WORDS[name])}`}
        />
      ),
    })),
    ...(judged
      ? [
          {
            key: 'duty',
            title: say(words.duty),
            width: 300,
            render: (_: unknown, { duties = [] }: StatisticsRow) => <Duties duties={duties} />,
          },
        ]
      : []),
  ];
  return (
    <Table
      size="small"
      rowKey="key"
      className="story-table"
      columns={columns}
      dataSource={statistics.rows}
      pagination={false}
      scroll={{ x: 'max-content' }}
      summary={() => (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0}>{say(words.all)}</Table.Summary.Cell>
          {counts.map((name, at) => (
            <Table.Summary.Cell key={name} index={at + 1} align="right">
              {statistics.totals[name] ?? 0}
            </Table.Summary.Cell>
          ))}
          {judged && <Table.Summary.Cell index={counts.length + 1} />}
        </Table.Summary.Row>
      )}
    />
  );
}
