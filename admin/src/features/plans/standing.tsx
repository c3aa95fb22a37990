import type { PlanCounts } from '@jiedui/shared/planning';
import { Skeleton, Table, type TableColumnsType } from 'antd';
import { useWords } from '../../providers/i18n';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Tag } from '../../ui/tone';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';

type Line = PlanCounts & {
  month: string;
  category: { documentId: string; name: string };
  missed: number;
  open: number;
  extra: number;
};

const words = {
  month: { zh: '月份', en: 'Month' },
  category: { zh: '活动类别', en: 'Category' },
  planned: { zh: '计划', en: 'Planned' },
  scheduled: { zh: '已排入月度', en: 'Scheduled' },
  held: { zh: '已开展', en: 'Held' },
  verified: { zh: '已核实', en: 'Verified' },
  result: { zh: '对照', en: 'Result' },
  empty: { zh: '计划中还没有事项,也没有开展过活动。', en: 'Nothing is planned and nothing was held.' },
  caption: {
    zh: '已开展包括已开展、已报送、已核实和退回补充的活动;当月结束后仍未开展的计为未完成。',
    en: 'Held counts every activity that took place; what was not held by the end of its month is missed.',
  },
};

const COUNTS = ['planned', 'scheduled', 'held', 'verified'] as const;
const sum = (lines: readonly Line[], field: (typeof COUNTS)[number] | 'missed') =>
  lines.reduce((total, line) => total + line[field], 0);

function Result({ line }: { line: Line }) {
  const { say } = useWords();
  if (line.missed > 0)
    return <Tag tone="red">{say({ zh: `未完成 ${line.missed} 场`, en: `${line.missed} missed` })}</Tag>;
  if (line.open > 0)
    return <Tag tone="amber">{say({ zh: `还差 ${line.open} 场`, en: `${line.open} to go` })}</Tag>;
  if (line.planned === 0) return <Tag>{say({ zh: '计划外', en: 'Not planned' })}</Tag>;
  return <Tag tone="green">{say({ zh: '已完成', en: 'Done' })}</Tag>;
}

/** What was planned, month by month and by category, against what was done. */
export function Standing({ plan }: { plan: string }) {
  const { say } = useWords();
  const phone = usePhone();
  const { data, error, refetch } = useRead<Line[]>('/plans/standing', { plan });
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active title={false} />;
  if (data.length === 0) return <Notice text={say(words.empty)} />;
  const columns: TableColumnsType<Line> = [
    { key: 'month', title: say(words.month), width: 100, dataIndex: 'month' },
    { key: 'category', title: say(words.category), render: (_, { category }) => category.name },
    ...COUNTS.map((field) => ({
      key: field,
      title: say(words[field]),
      dataIndex: field,
      align: 'right' as const,
      width: 110,
    })),
    { key: 'result', title: say(words.result), width: 140, render: (_, line) => <Result line={line} /> },
  ];
  const total = {
    zh: `全年计划 ${sum(data, 'planned')} 场,已排 ${sum(data, 'scheduled')} 场,已开展 ${sum(data, 'held')} 场,已核实 ${sum(data, 'verified')} 场,未完成 ${sum(data, 'missed')} 场。`,
    en: `Planned ${sum(data, 'planned')}, scheduled ${sum(data, 'scheduled')}, held ${sum(data, 'held')}, verified ${sum(data, 'verified')}, missed ${sum(data, 'missed')}.`,
  };
  return (
    <>
      <p>
        <strong>{say(total)}</strong>
      </p>
      {phone ? (
        <ul className="record-cards">
          {data.map((line) => (
            <li key={`${line.month}${line.category.documentId}`} className="record-card">
              <div className="record-card-title">
                <span>
                  {line.month} {line.category.name}
                </span>
                <Result line={line} />
              </div>
              <dl>
                {COUNTS.map((field) => (
                  <div key={field} style={{ display: 'contents' }}>
                    <dt>{say(words[field])}</dt>
                    <dd>{line[field]}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      ) : (
        <Table
          size="small"
          rowKey={({ month, category }) => month + category.documentId}
          columns={columns}
          dataSource={data}
          pagination={data.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        />
      )}
      <p className="muted">{say(words.caption)}</p>
    </>
  );
}
