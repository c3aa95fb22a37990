import { Skeleton, Table } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { useWords } from '../../providers/i18n';
import { formatNumber } from '../../ui/field/format';
import { ErrorNotice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';
import { PATH, type UsageDay } from './consumer-data';

const words = {
  title: { zh: '最近 30 天', en: 'The last 30 days' },
  note: {
    zh: '按北京时间每日零时起计;“未变”是内容没有变化、只回答 304 的请求,也计入请求数。数字最多晚几秒。',
    en: 'Days begin at midnight, Asia/Shanghai; unchanged answers (304) count as requests. Up to a few seconds late.',
  },
  day: { zh: '日期', en: 'Day' },
  requests: { zh: '请求', en: 'Requests' },
  notModified: { zh: '未变', en: 'Unchanged' },
  refused: { zh: '超限', en: 'Over' },
  bytes: { zh: '流量', en: 'Traffic' },
};

const MEGABYTE = 1024 * 1024;

const traffic = (bytes: number): string =>
  bytes >= MEGABYTE ? `${(bytes / MEGABYTE).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`;

/** What a consumer asked for day by day. */
export function Usage({ consumer }: { consumer: string }) {
  const { say, locale } = useWords();
  const { data, error, refetch } = useRead<UsageDay[]>(`/${PATH}/${consumer}/usage`);
  if (error) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active />;
  const number = (name: 'requests' | 'notModified' | 'refused'): ColumnType<UsageDay> => ({
    key: name,
    title: say(words[name]),
    align: 'right',
    render: (_value, row) => formatNumber(row[name], locale),
  });
  return (
    <section className="panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      <p className="muted">{say(words.note)}</p>
      <Table<UsageDay>
        size="small"
        rowKey="day"
        pagination={false}
        dataSource={data}
        columns={[
          { key: 'day', title: say(words.day), dataIndex: 'day' },
          number('requests'),
          number('notModified'),
          number('refused'),
          {
            key: 'bytes',
            title: say(words.bytes),
            align: 'right',
            render: (_value, row) => traffic(row.bytes),
          },
        ]}
      />
    </section>
  );
}
