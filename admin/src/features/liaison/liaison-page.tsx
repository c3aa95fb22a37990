import { addDays, isDay, mondayOf } from '@jiedui/shared/calendar';
import { Button, Checkbox, Pagination, Skeleton, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { StateTag } from '../../ui/field/tags';
import { RecordDrawer } from '../../ui/forms/record-drawer';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { Tag } from '../../ui/tone';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';

type Line = {
  pairing: string;
  unit: string;
  station: string;
  item: string | null;
  content: string | null;
  state: string | null;
};
type Week = { week: string; total: number; agreed: number; rows: Line[] };
type Meta = { pagination: { page: number; pageSize: number; total: number } };

const words = {
  title: { zh: '每周包联', en: 'Weekly liaison' },
  unit: { zh: '包联单位', en: 'Unit' },
  station: { zh: '阵地', en: 'Site' },
  content: { zh: '本周内容', en: 'Content' },
  state: { zh: '状态', en: 'State' },
  open: { zh: '只看未商定', en: 'Not agreed only' },
  none: { zh: '未提出', en: 'None yet' },
  propose: { zh: '填写内容', en: 'Write it' },
  empty: { zh: '没有符合条件的结对。', en: 'No pairing matches.' },
};

function useWeekChoice() {
  const [params, setParams] = useSearchParams();
  const { today } = useSession();
  const asked = params.get('week');
  const week = mondayOf(isDay(asked) ? asked : today);
  const open = params.get('open') === 'true';
  const page = Number(params.get('page') ?? 1);
  const choose = (values: { week?: string; open?: boolean; page?: number }) => {
    const next = { week, open, page: 1, ...values };
    setParams(
      {
        week: next.week,
        ...(next.open ? { open: 'true' } : {}),
        ...(next.page > 1 ? { page: String(next.page) } : {}),
      },
      { replace: true },
    );
  };
  return { week, open, page, choose };
}

/** A week's content for every pairing of a liaison unit: what is agreed, what waits, and where there is nothing. */
function LiaisonPage() {
  const { say } = useWords();
  const { may } = useAccess();
  const phone = usePhone();
  const { week, open, page, choose } = useWeekChoice();
  const [writing, setWriting] = useState<Line | null>(null);
  const { data, meta, error, refetch } = useRead<Week, Meta>(
    '/plans/liaison',
    { week, page, ...(open ? { open: 'true' } : {}) },
    { keepPrevious: true },
  );
  const mayWrite = may('create', 'liaison-contents');
  const state = ({ item, state: at }: Line) =>
    item ? (
      <Link to={`/liaison-contents/${item}`}>
        <StateTag resource="liaison-content" state={at} />
      </Link>
    ) : (
      <Tag tone="red">{say(words.none)}</Tag>
    );
  const write = (line: Line) =>
    mayWrite && !line.item ? <Button onClick={() => setWriting(line)}>{say(words.propose)}</Button> : null;
  const columns: TableColumnsType<Line> = [
    { key: 'unit', title: say(words.unit), dataIndex: 'unit' },
    { key: 'station', title: say(words.station), dataIndex: 'station' },
    {
      key: 'content',
      title: say(words.content),
      render: (_, line) => <div className="cell">{line.content ?? '—'}</div>,
    },
    { key: 'state', title: say(words.state), width: 120, render: (_, line) => state(line) },
    ...(mayWrite ? [{ key: 'write', width: 110, render: (_: unknown, line: Line) => write(line) }] : []),
  ];
  const { total = 0, pageSize = 50 } = meta?.pagination ?? {};
  const body = () => {
    if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
    if (!data) return <Skeleton active title={false} />;
    return (
      <>
        <p>
          <strong>
            {say({
              zh: `${data.week} 至 ${addDays(data.week, 6)}:应商定 ${data.total} 对,已商定 ${data.agreed} 对,未商定 ${data.total - data.agreed} 对。`,
              en: `${data.week} – ${addDays(data.week, 6)}: ${data.agreed} of ${data.total} agreed.`,
            })}
          </strong>
        </p>
        {data.rows.length === 0 && <Notice text={say(words.empty)} />}
        {data.rows.length > 0 && phone && (
          <ul className="record-cards">
            {data.rows.map((line) => (
              <li key={line.pairing} className="record-card">
                <div className="record-card-title">
                  <span>
                    {line.unit} · {line.station}
                  </span>
                  {state(line)}
                </div>
                <p className="muted">{line.content}</p>
                {write(line)}
              </li>
            ))}
          </ul>
        )}
        {data.rows.length > 0 && !phone && (
          <Table size="small" rowKey="pairing" columns={columns} dataSource={data.rows} pagination={false} />
        )}
      </>
    );
  };
  return (
    <Page title={say(words.title)}>
      <div className="filter-bar no-print">
        <Button onClick={() => choose({ week: addDays(week, -7) })}>
          {say({ zh: '上周', en: 'Previous week' })}
        </Button>
        <span className="nowrap">{week}</span>
        <Button onClick={() => choose({ week: addDays(week, 7) })}>
          {say({ zh: '下周', en: 'Next week' })}
        </Button>
        <Checkbox checked={open} onChange={({ target }) => choose({ open: target.checked })}>
          {say(words.open)}
        </Checkbox>
      </div>
      {body()}
      {total > pageSize && (
        <Pagination
          size="small"
          align="end"
          current={page}
          pageSize={pageSize}
          total={total}
          showSizeChanger={false}
          onChange={(next) => choose({ page: next })}
        />
      )}
      {writing && <Writing line={writing} week={week} onClose={() => setWriting(null)} />}
    </Page>
  );
}

function Writing({ line, week, onClose }: { line: Line; week: string; onClose: () => void }) {
  const model = useModel('liaison-contents');
  const { say } = useWords();
  const navigate = useNavigate();
  return (
    <RecordDrawer
      model={model}
      title={say({
        zh: `${line.unit} · ${line.station} ${week} 当周`,
        en: `${line.unit} · ${line.station} ${week}`,
      })}
      fields={['content']}
      row={null}
      complete={(values) => ({ ...values, pairing: line.pairing, week })}
      onClose={onClose}
      onSaved={(row) => void navigate(`/liaison-contents/${row.id}`)}
    />
  );
}

export { LiaisonPage as Component };
