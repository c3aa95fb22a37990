import { rankRemarks, SUMMARY_WORDS } from '@jiedui/shared/scoring';
import { Button, Pagination, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useWords } from '../../providers/i18n';
import { Tag } from '../../ui/tone';
import { usePhone } from '../../ui/use-phone';
import type { Dimension, SummaryClass, SummaryRow } from './summary-data';

type Props = {
  group: SummaryClass;
  dimensions: Dimension[];
  onExplain: (unit: SummaryRow['unit']) => void;
};

const words = {
  ...SUMMARY_WORDS,
  none: { zh: '未排名', en: 'Not ranked' },
  explain: { zh: '查看得分说明', en: 'How it came about' },
};

const two = (value: string | null) => (value === null ? '–' : Number(value).toFixed(2));

function Note({ row }: { row: SummaryRow }) {
  const { say } = useWords();
  return (
    <>
      {rankRemarks(row)
        .map(say)
        .join(say({ zh: ';', en: '; ' }))}
    </>
  );
}

function Total({ row, onExplain }: { row: SummaryRow; onExplain: Props['onExplain'] }) {
  const { say } = useWords();
  if (row.total === null) return <span className="muted">–</span>;
  return (
    <Button
      type="link"
      size="small"
      className="summary-total"
      aria-label={`${row.unit.name} ${row.total} ${say(words.explain)}`}
      onClick={() => onExplain(row.unit)}
    >
      {row.total}
    </Button>
  );
}

function useColumns({ dimensions, onExplain }: Omit<Props, 'group'>): TableColumnsType<SummaryRow> {
  const { say } = useWords();
  const number = (value: string | number | null | undefined) => value ?? <span className="muted">–</span>;
  return [
    {
      key: 'rank',
      title: say(words.rank),
      width: 52,
      fixed: 'left',
      align: 'right',
      render: (_value, row) => row.rank ?? <span className="muted">–</span>,
    },
    {
      key: 'unit',
      title: say(words.unit),
      fixed: 'left',
      minWidth: 160,
      render: (_value, row) => row.unit.name,
    },
    {
      key: 'total',
      title: say(words.total),
      width: 76,
      align: 'right',
      render: (_value, row) => <Total row={row} onExplain={onExplain} />,
    },
    {
      key: 'band',
      title: say(words.band),
      width: 72,
      render: (_value, row) => row.band && <Tag>{say(row.band.words)}</Tag>,
    },
    ...dimensions.map((dimension) => ({
      key: dimension.code,
      title: `${dimension.name} /${dimension.max}`,
      width: 88,
      align: 'right' as const,
      render: (_value: unknown, row: SummaryRow) => number(row.dimensions[dimension.code]),
    })),
    { key: 'raw', title: say(words.raw), width: 72, align: 'right', render: (_v, row) => two(row.rawMean) },
    {
      key: 'raters',
      title: say(words.raters),
      width: 72,
      align: 'right',
      render: (_value, row) => row.raters,
    },
    {
      key: 'coverage',
      title: say(words.coverage),
      width: 72,
      align: 'right',
      render: (_value, row) => (row.coverage?.percent ? `${Number(row.coverage.percent).toFixed(0)}%` : '–'),
    },
    {
      key: 'note',
      title: say(words.note),
      render: (_value, row) => (
        <div className="summary-note">
          <Note row={row} />
        </div>
      ),
    },
  ];
}

const CARDS = 50;

function RankingCards({ group, onExplain }: Props) {
  const { say } = useWords();
  const [page, setPage] = useState(1);
  const shown = group.rows.slice((page - 1) * CARDS, page * CARDS);
  return (
    <>
      <ul className="record-cards">
        {shown.map((row) => (
          <li key={row.unit.documentId} className="record-card">
            <div className="record-card-title">
              <span>
                {row.rank !== null && <strong>{row.rank} </strong>}
                {row.unit.name}
              </span>
              {row.band ? <Tag>{say(row.band.words)}</Tag> : <span className="muted">{say(words.none)}</span>}
            </div>
            <div>
              {say(words.total)} <Total row={row} onExplain={onExplain} />
              <span className="muted">
                {say(words.raters)} {row.raters}
              </span>
            </div>
            <div className="muted">
              <Note row={row} />
            </div>
          </li>
        ))}
      </ul>
      {group.rows.length > CARDS && (
        <Pagination
          size="small"
          current={page}
          pageSize={CARDS}
          total={group.rows.length}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </>
  );
}

/** The ranking of one unit class; a large class comes in pages. */
export function Ranking(props: Props) {
  const { group, dimensions, onExplain } = props;
  const columns = useColumns({ dimensions, onExplain });
  if (usePhone()) return <RankingCards {...props} />;
  return (
    <Table<SummaryRow>
      rowKey={(row) => row.unit.documentId}
      size="small"
      columns={columns}
      dataSource={group.rows}
      pagination={group.rows.length > 100 ? { pageSize: 100, showSizeChanger: false, size: 'small' } : false}
      scroll={{ x: 'max-content' }}
    />
  );
}
