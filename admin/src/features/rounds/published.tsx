import type { MovedUnit, Place } from '@jiedui/shared/round';
import { Table, Typography } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { ErrorNotice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';

type Result = {
  documentId: string;
  number: number;
  signedAt: string;
  inputsHash: string;
  outcomeHash: string;
  reason: string | null;
};

/** The units that a correction places otherwise. */
function Changes({ result }: { result: string }) {
  const { say } = useWords();
  const { data, error, refetch } = useRead<MovedUnit[]>(`/results/${result}/changes`);
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  const words = ({ rank, total, band }: Place) => [rank ?? '–', total ?? '–', band ?? '–'].join(' · ');
  return (
    <Table
      size="small"
      pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      loading={!data}
      rowKey="unit"
      dataSource={data ?? []}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: say({ zh: '没有单位的结果因此变动。', en: 'No unit was placed otherwise.' }) }}
      columns={[
        { title: say({ zh: '变动单位', en: 'Unit' }), dataIndex: 'name' },
        {
          title: say({ zh: '更正前(名次 · 总分 · 等次)', en: 'Before (rank · total · band)' }),
          render: (_, { before }) => words(before),
        },
        { title: say({ zh: '更正后', en: 'After' }), render: (_, { after }) => words(after) },
      ]}
    />
  );
}

/** What has been signed off of a round, the newest first: a correction stands above what it corrects. */
export function Published({ round }: { round: string }) {
  const { say } = useWords();
  const { data, error, refetch } = useRead<Result[]>('/results', {
    filters: { round: { documentId: { $eq: round } } },
    sort: ['number:desc'],
    pagination: { page: 1, pageSize: 10 },
  });
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data || data.length === 0) return null;
  return (
    <section className="panel round-work">
      <h2>{say({ zh: '已公布的结果', en: 'Published results' })}</h2>
      {data.map((result) => (
        <div key={result.documentId}>
          <strong>{say({ zh: `第 ${result.number} 号`, en: `No. ${result.number}` })}</strong>{' '}
          {formatInstant(result.signedAt)} {result.reason}{' '}
          <Link className="link-in-text" to={`/unit-results?result=${result.documentId}&sort=place`}>
            {say({ zh: '各单位结果', en: 'By unit' })}
          </Link>{' '}
          <Link className="link-in-text" to={`/results/${result.documentId}`}>
            {say({ zh: '通报和下载', en: 'Bulletin and downloads' })}
          </Link>
          {result.number > 1 && <Changes result={result.documentId} />}
          <div className="muted round-hash">
            {say({ zh: '结果指纹', en: 'Hash' })}{' '}
            <Typography.Text copyable>{result.outcomeHash}</Typography.Text>
          </div>
        </div>
      ))}
    </section>
  );
}
