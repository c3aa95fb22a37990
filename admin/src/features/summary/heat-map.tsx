import { SUMMARY_WORDS } from '@jiedui/shared/scoring';
import { Table, type TableColumnsType } from 'antd';
import { useWords } from '../../providers/i18n';
import { usePhone } from '../../ui/use-phone';
import type { Dimension, SummaryClass, SummaryRow } from './summary-data';

const words = {
  none: { zh: '还没有单位有得分。', en: 'No unit has a score yet.' },
  onPaper: {
    zh: '单位较多,热力图不随页打印;请用“导出”得到全部数据。',
    en: 'With so many units the heat map is not printed; “Export” gives all of its numbers.',
  },
  caption: {
    zh: '各单位在各维度的得分率(%)。颜色越深得分率越低。',
    en: 'Share of the points, in percent. The darker, the lower.',
  },
};

/** Above this only the rows in sight are drawn. */
const MANY = 100;
const HEIGHT = 560;
const UNIT_WIDTH = { desk: 240, phone: 140 };
const CELL_WIDTH = 96;

function rateOf(row: SummaryRow, dimension: Dimension): number | null {
  const value = row.dimensions[dimension.code];
  return value === null || value === undefined ? null : (Number(value) / Number(dimension.max)) * 100;
}

/** From white (all points) to a mid orange that black text stays readable on. */
function colour(rate: number): string {
  const strength = Math.min(1, Math.max(0, (100 - rate) / 60));
  return `rgb(255 ${Math.round(255 - strength * 85)} ${Math.round(255 - strength * 165)})`;
}

function columnOf(dimension: Dimension): TableColumnsType<SummaryRow>[number] {
  return {
    key: dimension.code,
    title: dimension.name,
    width: CELL_WIDTH,
    align: 'right',
    onCell: (row) => {
      const rate = rateOf(row, dimension);
      return rate === null ? {} : { style: { background: colour(rate) } };
    },
    render: (_value, row) => rateOf(row, dimension)?.toFixed(0) ?? '–',
  };
}

/** Units × dimensions with the share of the points in numbers, coloured. */
export function HeatMap({ group, dimensions }: { group: SummaryClass; dimensions: Dimension[] }) {
  const { say } = useWords();
  const width = usePhone() ? UNIT_WIDTH.phone : UNIT_WIDTH.desk;
  const scored = group.rows.filter((row) => row.total !== null);
  if (scored.length === 0) return <p className="muted">{say(words.none)}</p>;
  const many = scored.length > MANY;
  const unit = {
    key: 'unit',
    title: say(SUMMARY_WORDS.unit),
    width,
    fixed: 'left' as const,
    render: (_value: unknown, row: SummaryRow) => row.unit.name,
  };
  return (
    <>
      <p className="muted heat-caption">{say(words.caption)}</p>
      {many && <p className="heat-on-paper">{say(words.onPaper)}</p>}
      <Table<SummaryRow>
        className={many ? 'heat heat-many' : 'heat'}
        rowKey={(row) => row.unit.documentId}
        size="small"
        bordered
        columns={[unit, ...dimensions.map(columnOf)]}
        dataSource={scored}
        pagination={false}
        virtual={many}
        scroll={{ x: width + dimensions.length * CELL_WIDTH, ...(many ? { y: HEIGHT } : {}) }}
      />
    </>
  );
}
