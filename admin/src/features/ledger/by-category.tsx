import { DatePicker, Input, Pagination, Radio, Skeleton, Table, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import type { KeyboardEvent } from 'react';
import { useWords } from '../../providers/i18n';
import { ErrorNotice } from '../../ui/notices';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';
import { useLedgerState } from './ledger-data';

type Category = { code: string; name: string; activities: number; rows: number };
type Row = { documentId: string; name: string; counts: Record<string, number> };
type Meta = {
  from: string;
  to: string;
  categories: Category[];
  pagination: { page: number; pageSize: number; total: number };
};

const GROUPS = {
  station: { zh: '按阵地', en: 'By site' },
  town: { zh: '按镇', en: 'By town' },
  unit: { zh: '按单位', en: 'By unit' },
  department: { zh: '按主管部门', en: 'By department' },
};

const words = {
  group: { zh: '汇总方式', en: 'Roll up' },
  months: { zh: '月份', en: 'Months' },
  search: { zh: '查找名称', en: 'Find a name' },
  name: { zh: '名称', en: 'Name' },
  all: { zh: '合计', en: 'All' },
  empty: { zh: '没有符合条件的记录。', en: 'Nothing matches.' },
  lacking: { zh: '从未开展的类别', en: 'Categories never held' },
  full: { zh: '各类别均已开展', en: 'Every category held' },
};

const MONTH = 'YYYY-MM';

/** More than this in a cell looks no darker. */
const DARKEST = 5;

/** Sites down, categories across: what never happened stands out; a category's head shows who lacks it. */
export function ByCategory() {
  const { say } = useWords();
  const phone = usePhone();
  const { by = 'station', from, to, lacking, q, page, change } = useLedgerState();
  const query = {
    by,
    page,
    ...(from && to ? { from, to } : {}),
    ...(lacking ? { lacking } : {}),
    ...(q ? { _q: q } : {}),
  };
  const { data, meta, error, refetch } = useRead<Row[], Meta>('/ledger/categories', query, {
    keepPrevious: true,
  });
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data || !meta) return <Skeleton active title={false} />;
  const { categories, pagination } = meta;
  return (
    <>
      <div className="ledger-filters">
        <Radio.Group
          size="small"
          optionType="button"
          aria-label={say(words.group)}
          value={by}
          onChange={({ target }) =>
            change({ by: target.value === 'station' ? undefined : String(target.value), page: undefined })
          }
          options={Object.entries(GROUPS).map(([value, label]) => ({ value, label: say(label) }))}
        />
        <DatePicker.RangePicker
          picker="month"
          allowClear={false}
          aria-label={say(words.months)}
          value={[dayjs(meta.from), dayjs(meta.to)]}
          onChange={(range) =>
            change({ from: range?.[0]?.format(MONTH), to: range?.[1]?.format(MONTH), page: undefined })
          }
        />
        <Input.Search
          allowClear
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          defaultValue={q}
          onSearch={(text) => change({ q: text.trim() || undefined, page: undefined })}
          className="ledger-search"
        />
      </div>
      {phone ? (
        <Cards rows={data} categories={categories} />
      ) : (
        <HeatMap rows={data} categories={categories} />
      )}
      {pagination.total > pagination.pageSize && (
        <Pagination
          size="small"
          align="end"
          current={pagination.page}
          pageSize={pagination.pageSize}
          total={pagination.total}
          showSizeChanger={false}
          onChange={(next) => change({ page: next === 1 ? undefined : String(next) })}
        />
      )}
    </>
  );
}

type Shown = { rows: Row[]; categories: Category[] };

function HeatMap({ rows, categories }: Shown) {
  const { say } = useWords();
  const { lacking, change } = useLedgerState();
  const columns: TableColumnsType<Row> = [
    { title: say(words.name), key: 'name', fixed: 'left', width: 180, ellipsis: true, dataIndex: 'name' },
    ...categories.map(({ code, name }) => ({
      title: name,
      onHeaderCell: () => {
        const choose = () => change({ lacking: lacking === code ? undefined : code, page: undefined });
        return {
          className: lacking === code ? 'ledger-head ledger-head-chosen' : 'ledger-head',
          title: say({ zh: `只看未开展“${name}”的`, en: `Only those without ${name}` }),
          tabIndex: 0,
          onClick: choose,
          onKeyDown: ({ key }: KeyboardEvent) => key === 'Enter' && choose(),
        };
      },
      key: code,
      align: 'center' as const,
      width: 68,
      onCell: ({ counts }: Row) => ({ className: `ledger-heat-${Math.min(counts[code] ?? 0, DARKEST)}` }),
      render: (_: unknown, { counts }: Row) => counts[code] ?? 0,
    })),
  ];
  return (
    <Table
      size="small"
      rowKey="documentId"
      columns={columns}
      dataSource={rows}
      pagination={false}
      scroll={{ x: 'max-content' }}
      className="ledger-heat"
      locale={{ emptyText: say(words.empty) }}
      summary={() => (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0}>{say(words.all)}</Table.Summary.Cell>
          {categories.map(({ code, activities }, at) => (
            <Table.Summary.Cell key={code} index={at + 1} align="center">
              {activities}
            </Table.Summary.Cell>
          ))}
        </Table.Summary.Row>
      )}
    />
  );
}

function Cards({ rows, categories }: Shown) {
  const { say } = useWords();
  if (rows.length === 0) return <p className="muted">{say(words.empty)}</p>;
  return (
    <ul className="record-cards">
      {rows.map(({ documentId, name, counts }) => {
        const gaps = categories.filter(({ code }) => !counts[code]);
        return (
          <li key={documentId} className="record-card">
            <div className="record-card-title">{name}</div>
            <div className="muted">
              {gaps.length === 0
                ? say(words.full)
                : `${say(words.lacking)}:${gaps.map((gap) => gap.name).join('、')}`}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
