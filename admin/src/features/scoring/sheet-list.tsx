import { LEFT_SHEET_STATES, wasLeft } from '@jiedui/shared/round';
import { SOURCE_WORDS, type SourceCode } from '@jiedui/shared/rubric';
import { MACHINES } from '@jiedui/shared/workflow';
import { Button, Input, Pagination, Segmented, Select, Skeleton, Tag } from 'antd';
import { useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { optionWords } from '../../models/words';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { onLineBack, useLineDown } from '../../providers/line';
import { isUnanswered } from '../../providers/send-once';
import { useSession } from '../../providers/session';
import { formatInstant } from '../../ui/field/format';
import { LateTag, StateTag } from '../../ui/field/tags';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page, PageCount } from '../../ui/page';
import { useRead } from '../../ui/use-read';
import { KeptList } from './kept-list';
import './sheet-list.css';
import { UnsentList } from './unsent-list';

type SheetRow = {
  documentId: string;
  state: string;
  source: SourceCode;
  total: string | null;
  submittedAt: string | null;
  unit: { name: string; unitClass: string } | null;
  round: { name: string; closesOn: string; state: string } | null;
  evaluator: { displayName: string } | null;
};

const PAGE_SIZE = 50;
const words = {
  title: { zh: '评分表', en: 'Sheets' },
  all: { zh: '全部', en: 'All' },
  round: { zh: '全部轮次', en: 'All rounds' },
  unit: { zh: '按单位名称查找', en: 'Find a unit' },
  clear: { zh: '清除条件', en: 'Clear' },
  nothing: { zh: '没有符合条件的评分表。', en: 'Nothing matches.' },
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
          <strong>{sheet.unit?.name}</strong> <Tag>{say(SOURCE_WORDS[sheet.source])}</Tag>
          <span className="muted">{say(optionWords('unit', 'unitClass', sheet.unit?.unitClass ?? ''))}</span>
        </span>
        <span className="muted">
          {sheet.round?.name}
          {sheet.evaluator && ` · ${sheet.evaluator.displayName}`}
        </span>
        <span className="sheet-card-state">
          {open && <LateTag dueOn={sheet.round?.closesOn} />}
          <StateTag resource="evaluation" state={sheet.state} />
          {sheet.total !== null && <strong className="number">{Number(sheet.total).toFixed(2)}</strong>}
          {!open && <span className="muted">{formatInstant(sheet.submittedAt)}</span>}
        </span>
      </Link>
    </li>
  );
}

const NAMES = ['state', 'round', 'unit'] as const;
type Wanted = Record<(typeof NAMES)[number], string> & { page: number };

/** What the list shows, as it stands in the address. */
function useWanted() {
  const [params, setParams] = useSearchParams();
  const wanted: Wanted = {
    state: params.get('state') ?? '',
    round: params.get('round') ?? '',
    unit: params.get('unit') ?? '',
    page: Math.max(1, Number(params.get('page')) || 1),
  };
  const choose = (change: Partial<Wanted>) => {
    const next = { ...wanted, page: 1, ...change };
    const named = NAMES.map((name) => [name, next[name]] as const).filter(([, value]) => value !== '');
    setParams(
      { ...Object.fromEntries(named), ...(next.page > 1 ? { page: String(next.page) } : {}) },
      { replace: true },
    );
  };
  return { wanted, choose };
}

const filtersOf = ({ state, round, unit }: Omit<Wanted, 'page'>) => ({
  ...(state ? { state: { $eq: state } } : {}),
  ...(round ? { round: { documentId: { $eq: round } } } : {}),
  ...(unit ? { unit: { name: { $containsi: unit } } } : {}),
});

type Total = { pagination: { total: number } };

/** How many of the sheets asked for are submitted, whatever state is chosen. */
function Submitted({ wanted }: { wanted: Wanted }) {
  const { say } = useWords();
  const count = (filters: object) => ({ filters, fields: ['state'], pagination: { page: 1, pageSize: 1 } });
  const asked = { ...filtersOf({ ...wanted, state: '' }), state: { $notIn: LEFT_SHEET_STATES } };
  const all = useRead<unknown[], Total>('/evaluations', count(asked));
  const done = useRead<unknown[], Total>('/evaluations', count(filtersOf({ ...wanted, state: 'submitted' })));
  if (!all.meta || !done.meta) return null;
  const [part, whole] = [done.meta.pagination.total, all.meta.pagination.total];
  return (
    <span className="page-count">
      {say({ zh: `已提交 ${part} / ${whole}`, en: `${part} of ${whole} submitted` })}
    </span>
  );
}

/** Whoever fills sheets in knows nothing of those that they have left. */
function useStates() {
  const { may } = useAccess();
  const fillsIn = may('update', 'evaluations');
  return MACHINES.evaluation.states.filter((state) => !(fillsIn && wasLeft(state)));
}

function Filters({ wanted, choose }: ReturnType<typeof useWanted>) {
  const { say } = useWords();
  const states = useStates();
  const { rounds } = useSession();
  return (
    <search className="filter-bar">
      <Input.Search
        className="filter-search"
        key={wanted.unit}
        defaultValue={wanted.unit}
        aria-label={say(words.unit)}
        placeholder={say(words.unit)}
        allowClear
        maxLength={60}
        onSearch={(unit) => choose({ unit: unit.trim() })}
      />
      <Select
        className="filter-field"
        aria-label={say(words.round)}
        placeholder={say(words.round)}
        allowClear
        value={wanted.round || null}
        popupMatchSelectWidth={false}
        onChange={(round: string | undefined) => choose({ round: round ?? '' })}
        options={rounds.map((round) => ({ value: round.documentId, label: round.name }))}
      />
      <Segmented
        value={wanted.state}
        onChange={(value) => choose({ state: String(value) })}
        options={[
          { value: '', label: say(words.all) },
          ...states.map((value) => ({
            value,
            label: say(optionWords('evaluation', 'state', value)),
          })),
        ]}
      />
    </search>
  );
}

/** The sheets that the person may see: an evaluator's own, the office's all. */
function SheetList() {
  const { say } = useWords();
  const { wanted, choose } = useWanted();
  const { data, meta, error, refetch } = useRead<SheetRow[], Total>(
    '/evaluations',
    {
      filters: filtersOf(wanted),
      fields: ['state', 'source', 'total', 'submittedAt'],
      populate: {
        unit: { fields: ['name', 'unitClass'] },
        round: { fields: ['name', 'closesOn', 'state'] },
        evaluator: { fields: ['displayName'] },
      },
      sort: ['state:asc', 'unit.name:asc'],
      pagination: { page: wanted.page, pageSize: PAGE_SIZE },
    },
    { keepPrevious: true },
  );
  const fillsIn = useAccess().may('update', 'evaluations');
  useEffect(() => onLineBack(refetch), [refetch]);
  const down = useLineDown();
  const unreachable = fillsIn && (down || (error !== null && isUnanswered(error)));
  const body = () => {
    if (unreachable) return <KeptList />;
    if (error) return <ErrorNotice error={error} onRetry={refetch} />;
    if (!data) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
    if (data.length === 0 && NAMES.some((name) => wanted[name] !== '')) {
      return (
        <Notice text={say(words.nothing)}>
          <Button onClick={() => choose({ state: '', round: '', unit: '' })}>{say(words.clear)}</Button>
        </Notice>
      );
    }
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
    <Page
      title={say(words.title)}
      beside={
        <>
          {!unreachable && <PageCount count={total} />}
          {!unreachable && <Submitted wanted={wanted} />}
        </>
      }
    >
      {fillsIn && <UnsentList />}
      {!unreachable && <Filters wanted={wanted} choose={choose} />}
      {body()}
      {!unreachable && total !== undefined && total > PAGE_SIZE && (
        <Pagination
          size="small"
          current={wanted.page}
          pageSize={PAGE_SIZE}
          total={total}
          showSizeChanger={false}
          onChange={(page) => choose({ page })}
        />
      )}
    </Page>
  );
}

export { SheetList as Component };
