import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import {
  type Asked,
  activitiesOf,
  type Coverage,
  type CoverageRow,
  type Indicator,
  strengthOf,
} from './coverage-data';

type Props = { coverage: Coverage; asked: Asked };

function Head({ indicator, sites }: { indicator: Indicator; sites: number }) {
  const { say } = useWords();
  return (
    <div className="coverage-head" title={say(optionWords('indicator', 'area', indicator.area))}>
      <strong>{indicator.code}</strong>
      <span>{indicator.name}</span>
      <span className={indicator.sites === 0 ? 'coverage-none' : 'muted'}>
        {indicator.sites}/{sites}
      </span>
    </div>
  );
}

/** Sites or months down, indicators across. */
export function CoverageGrid({ coverage, asked }: Props) {
  const { say } = useWords();
  const { indicators, rows, sites } = coverage;
  const columns: TableColumnsType<CoverageRow> = [
    {
      key: 'name',
      title: asked.by === 'month' ? say({ zh: '月份', en: 'Month' }) : say({ zh: '阵地', en: 'Site' }),
      fixed: 'left',
      width: asked.by === 'month' ? 100 : 240,
      render: (_, row) => (
        <>
          {row.name} {row.town && <span className="muted">{row.town}</span>}
        </>
      ),
    },
    ...indicators.map((indicator, at) => ({
      key: indicator.documentId,
      title: <Head indicator={indicator} sites={sites} />,
      align: 'center' as const,
      width: 110,
      onCell: (row: CoverageRow) => ({ className: `coverage-${strengthOf(row.counts[at] ?? 0)}` }),
      render: (_: unknown, row: CoverageRow) => {
        const count = row.counts[at] ?? 0;
        if (count === 0) return <span role="img" aria-label={say({ zh: '缺口', en: 'Gap' })} />;
        return (
          <Link
            className="coverage-count"
            to={activitiesOf(asked, row, indicator)}
            aria-label={`${row.name} ${indicator.name}: ${count}`}
          >
            {count}
          </Link>
        );
      },
    })),
  ];
  return (
    <Table
      className="coverage-grid"
      size="small"
      bordered
      rowKey="key"
      columns={columns}
      dataSource={rows}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  );
}
