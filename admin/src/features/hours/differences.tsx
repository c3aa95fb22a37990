import { Pagination, Skeleton, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../providers/i18n';
import { ErrorNotice, Notice } from '../../ui/notices';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';

type Sum = { people: number; minutes: number };
type Difference = {
  documentId: string;
  title: string;
  day: string;
  unit: string | null;
  station: string | null;
  ours: Sum;
  theirs: Sum;
  onlyOurs: number;
  onlyTheirs: number;
};
type Meta = { pagination: { page: number; pageSize: number; total: number } };

const words = {
  caption: { zh: '两边不一致的活动', en: 'Activities that differ' },
  activity: { zh: '活动', en: 'Activity' },
  day: { zh: '日期', en: 'Day' },
  party: { zh: '单位 · 阵地', en: 'Unit · site' },
  ours: { zh: '现场登记', en: 'Entered here' },
  theirs: { zh: 'i志愿', en: 'iVolunteer' },
  onlyOurs: { zh: '只在登记', en: 'Only here' },
  onlyTheirs: { zh: '只在i志愿', en: 'Only there' },
  none: {
    zh: '没有差异。登记了出勤或导入了i志愿的活动,两边人员和时长都一致。',
    en: 'No differences: people and minutes agree wherever there are any.',
  },
};

const partyOf = ({ unit, station }: Difference) => [unit, station].filter(Boolean).join(' · ');

/** Activities for which what was entered here and what the other system has do not agree. */
export function Differences() {
  const { say } = useWords();
  const phone = usePhone();
  const [page, setPage] = useState(1);
  const { data, meta, error, refetch } = useRead<Difference[], Meta>(
    '/hours/differences',
    { page },
    {
      keepPrevious: true,
    },
  );
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active title={false} />;
  if (data.length === 0) return <Notice text={say(words.none)} />;
  const sum = ({ people, minutes }: Sum) =>
    say({ zh: `${people}人 ${minutes}分钟`, en: `${people} · ${minutes} min` });
  const people = (count: number) => (count > 0 ? say({ zh: `${count}人`, en: String(count) }) : '—');
  const link = (row: Difference) => <Link to={`/activities/${row.documentId}`}>{row.title}</Link>;
  const columns: TableColumnsType<Difference> = [
    { key: 'title', title: say(words.activity), render: (_, row) => link(row) },
    { key: 'day', title: say(words.day), dataIndex: 'day', width: 110 },
    { key: 'party', title: say(words.party), render: (_, row) => partyOf(row) },
    { key: 'ours', title: say(words.ours), render: (_, row) => sum(row.ours), width: 140 },
    { key: 'theirs', title: say(words.theirs), render: (_, row) => sum(row.theirs), width: 140 },
    { key: 'onlyOurs', title: say(words.onlyOurs), render: (_, row) => people(row.onlyOurs), width: 90 },
    {
      key: 'onlyTheirs',
      title: say(words.onlyTheirs),
      render: (_, row) => people(row.onlyTheirs),
      width: 100,
    },
  ];
  const { total = 0, pageSize = 25 } = meta?.pagination ?? {};
  return (
    <section aria-label={say(words.caption)}>
      {phone ? (
        <ul className="record-cards">
          {data.map((row) => (
            <li key={row.documentId} className="record-card">
              <div className="record-card-title">{link(row)}</div>
              <div className="muted">{[row.day, partyOf(row)].filter(Boolean).join(' · ')}</div>
              <dl>
                <dt>{say(words.ours)}</dt>
                <dd>{sum(row.ours)}</dd>
                <dt>{say(words.theirs)}</dt>
                <dd>{sum(row.theirs)}</dd>
                <dt>{say(words.onlyOurs)}</dt>
                <dd>{people(row.onlyOurs)}</dd>
                <dt>{say(words.onlyTheirs)}</dt>
                <dd>{people(row.onlyTheirs)}</dd>
              </dl>
            </li>
          ))}
        </ul>
      ) : (
        <Table
          size="small"
          rowKey="documentId"
          columns={columns}
          dataSource={data}
          pagination={false}
          scroll={{ x: 'max-content' }}
        />
      )}
      <div className="pager">
        <span className="muted">{say({ zh: `共 ${total} 场`, en: `${total} in all` })}</span>
        <Pagination
          size="small"
          simple={phone}
          current={page}
          pageSize={pageSize}
          total={total}
          showSizeChanger={false}
          onChange={setPage}
        />
      </div>
    </section>
  );
}
