import type { MovedUnit, Place } from '@jiedui/shared/round';
import { Table, type TableColumnsType, Typography } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { ErrorNotice } from '../../ui/notices';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';

type Result = {
  documentId: string;
  number: number;
  signedAt: string;
  inputsHash: string;
  outcomeHash: string;
  reason: string | null;
};

const TITLE = { zh: '已公布的结果', en: 'Published results' };

/** The units that a correction places otherwise. */
function Changes({ result }: { result: string }) {
  const { say } = useWords();
  const phone = usePhone();
  const { data, error, refetch } = useRead<MovedUnit[]>(`/results/${result}/changes`);
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  const words = ({ rank, total, band }: Place) => [rank ?? '–', total ?? '–', band ?? '–'].join(' · ');
  const unit = { title: say({ zh: '变动单位', en: 'Unit' }), dataIndex: 'name' };
  const order = say({ zh: '名次 · 总分 · 等次', en: 'rank · total · band' });
  // On a phone the one stands above the other: beside each other the later one would be out of sight.
  const places: TableColumnsType<MovedUnit> = phone
    ? [
        {
          title: order,
          render: (_, { before, after }) => (
            <>
              <div className="muted">{words(before)}</div>
              <div>→ {words(after)}</div>
            </>
          ),
        },
      ]
    : [
        {
          title: say({ zh: `更正前(${order})`, en: `Before (${order})` }),
          render: (_, { before }) => words(before),
        },
        { title: say({ zh: '更正后', en: 'After' }), render: (_, { after }) => words(after) },
      ];
  return (
    <Table
      size="small"
      pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      loading={!data}
      rowKey="unit"
      dataSource={data ?? []}
      locale={{ emptyText: say({ zh: '没有单位的结果因此变动。', en: 'No unit was placed otherwise.' }) }}
      columns={[unit, ...places]}
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
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} of={say(TITLE)} />;
  if (!data || data.length === 0) return null;
  return (
    <section className="panel round-work">
      <h2>{say(TITLE)}</h2>
      {data.map((result) => (
        <div key={result.documentId} className="round-result">
          <strong>{say({ zh: `第 ${result.number} 号`, en: `No. ${result.number}` })}</strong>{' '}
          {formatInstant(result.signedAt)} {result.reason}{' '}
          <Link className="link-in-text nowrap" to={`/unit-results?result=${result.documentId}&sort=place`}>
            {say({ zh: '各单位结果', en: 'By unit' })}
          </Link>{' '}
          <Link className="link-in-text nowrap" to={`/results/${result.documentId}`}>
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
