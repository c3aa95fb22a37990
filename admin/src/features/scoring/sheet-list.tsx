import { enumWords } from '@jiedui/shared/text';
import { MACHINES } from '@jiedui/shared/workflow';
import { Pagination, Segmented, Skeleton } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { LateTag, StateTag } from '../../ui/field/tags';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page, PageCount } from '../../ui/page';
import { useRead } from '../../ui/use-read';
import './sheet-list.css';

type SheetRow = {
  documentId: string;
  state: string;
  total: string | null;
  submittedAt: string | null;
  updatedAt: string;
  unit: { name: string; unitClass: string } | null;
  round: { name: string; closesOn: string; state: string } | null;
  evaluator: { displayName: string } | null;
};

const PAGE_SIZE = 50;
const words = {
  title: { zh: '评分表', en: 'Sheets' },
  all: { zh: '全部', en: 'All' },
  none: {
    zh: '没有评分表。轮次开始评分后,分给您的单位会出现在这里。',
    en: 'No sheets. When a round opens, the units assigned to you appear here.',
  },
};

function SheetItem({ sheet }: { sheet: SheetRow }) {
  const { say } = useWords();
  const open = sheet.submittedAt === null;
  return (
    <li>
      <Link className="sheet-card panel" to={`/evaluations/${sheet.documentId}`}>
        <span className="sheet-card-unit">
          <strong>{sheet.unit?.name}</strong>{' '}
          <span className="muted">{say(enumWords('unit', 'unitClass', sheet.unit?.unitClass ?? ''))}</span>
        </span>
        <span className="muted">
          {sheet.round?.name}
          {sheet.evaluator && ` · ${sheet.evaluator.displayName}`}
        </span>
        <span className="sheet-card-state">
          {open && <LateTag dueOn={sheet.round?.closesOn} />}
          <StateTag resource="evaluation" state={sheet.state} />
          {sheet.total !== null && <strong className="number">{Number(sheet.total).toFixed(2)}</strong>}
          <span className="muted">{formatInstant(sheet.submittedAt ?? sheet.updatedAt)}</span>
        </span>
      </Link>
    </li>
  );
}

/** The sheets that the person may see: an evaluator's own, the office's all. */
function SheetList() {
  const { say } = useWords();
  const [params, setParams] = useSearchParams();
  const state = params.get('state') ?? '';
  const page = Math.max(1, Number(params.get('page')) || 1);
  const { data, meta, error, refetch } = useRead<SheetRow[], { pagination: { total: number } }>(
    '/evaluations',
    {
      filters: state ? { state: { $eq: state } } : undefined,
      fields: ['state', 'total', 'submittedAt', 'updatedAt'],
      populate: {
        unit: { fields: ['name', 'unitClass'] },
        round: { fields: ['name', 'closesOn', 'state'] },
        evaluator: { fields: ['displayName'] },
      },
      sort: ['state:asc', 'unit.name:asc'],
      pagination: { page, pageSize: PAGE_SIZE },
    },
    { keepPrevious: true },
  );
  const choose = (next: Record<string, string>) =>
    setParams(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')), {
      replace: true,
    });
  const body = () => {
    if (error) return <ErrorNotice error={error} onRetry={refetch} />;
    if (!data) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
    if (data.length === 0) return <Notice text={say(words.none)} />;
    return (
      <ul className="sheet-cards">
        {data.map((sheet) => (
          <SheetItem key={sheet.documentId} sheet={sheet} />
        ))}
      </ul>
    );
  };
  const total = meta?.pagination.total;
  return (
    <Page title={say(words.title)} beside={<PageCount count={total} />}>
      <Segmented
        className="sheet-filter"
        value={state}
        onChange={(value) => choose({ state: String(value) })}
        options={[
          { value: '', label: say(words.all) },
          ...MACHINES.evaluation.states.map((value) => ({
            value,
            label: say(enumWords('evaluation', 'state', value)),
          })),
        ]}
      />
      {body()}
      {total !== undefined && total > PAGE_SIZE && (
        <Pagination
          size="small"
          current={page}
          pageSize={PAGE_SIZE}
          total={total}
          showSizeChanger={false}
          onChange={(next) => choose({ state, page: next > 1 ? String(next) : '' })}
        />
      )}
    </Page>
  );
}

export { SheetList as Component };
