import type { CadenceRule } from '@jiedui/shared/programme';
import { Input, Pagination, Skeleton, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useWords } from '../../providers/i18n';
import { ErrorNotice } from '../../ui/notices';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';
import { CellDrawer } from './cell-drawer';
import {
  CELL_LOOK,
  type LedgerCell,
  type LedgerParty,
  nameOf,
  type Overview,
  useLedgerState,
  windowLabel,
} from './ledger-data';

type Meta = { pagination: { page: number; pageSize: number; total: number } };
type Opened = { party: LedgerParty; cell: LedgerCell };

const words = {
  party: { zh: '单位 · 阵地', en: 'Unit · site' },
  search: { zh: '查找单位', en: 'Find a unit' },
  empty: { zh: '没有符合条件的记录。', en: 'Nothing matches.' },
  once: { zh: '全程', en: 'Once' },
};

/** The field of each kind of party in which its name is looked for. */
const NAME_FILTER: Record<CadenceRule['who']['per'], (text: string) => object> = {
  pairing: (text) => ({
    $or: [{ unit: { name: { $contains: text } } }, { station: { name: { $contains: text } } }],
  }),
  unit: (text) => ({ name: { $contains: text } }),
  station: (text) => ({ name: { $contains: text } }),
};

function CellButton({ party, cell, onOpen }: Opened & { onOpen: (opened: Opened) => void }) {
  const { say } = useWords();
  const { sign, tone, words: state } = CELL_LOOK[cell.state];
  const label = `${nameOf(party)} ${cell.from} – ${cell.to}:${say(state)}`;
  return (
    <button
      type="button"
      className={`ledger-cell tag-${tone}`}
      aria-label={label}
      title={label}
      onClick={() => onOpen({ party, cell })}
    >
      {sign}
    </button>
  );
}

/** Parties down, windows across; every cell opens on what counted in it. On a phone a party is a card. */
export function Cells({ rule }: { rule: CadenceRule }) {
  const { say } = useWords();
  const phone = usePhone();
  const { q, page, change } = useLedgerState();
  const [opened, setOpened] = useState<Opened | null>(null);
  const query = { rule: rule.code, page, ...(q ? { filters: NAME_FILTER[rule.who.per](q) } : {}) };
  const { data, meta, error, refetch } = useRead<LedgerParty[], Meta>('/ledger/cells', query, {
    keepPrevious: true,
  });
  const { data: overview } = useRead<Overview>('/ledger', { rule: rule.code });
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data || !overview) return <Skeleton active title={false} />;

  const cellAt = (party: LedgerParty, no: number) => {
    const cell = party.cells.find((one) => one.no === no);
    return cell ? (
      <CellButton party={party} cell={cell} onOpen={setOpened} />
    ) : (
      <span className="muted">—</span>
    );
  };
  const columns: TableColumnsType<LedgerParty> = [
    {
      title: say(words.party),
      key: 'party',
      fixed: 'left',
      width: 260,
      ellipsis: true,
      render: (_, row) => nameOf(row),
    },
    ...overview.windows.map((window) => ({
      title: <span title={`${window.from} – ${window.to}`}>{windowLabel(window) || say(words.once)}</span>,
      key: window.no,
      align: 'center' as const,
      width: 76,
      render: (_: unknown, row: LedgerParty) => cellAt(row, window.no),
    })),
  ];
  const { total = 0, pageSize = 50 } = meta?.pagination ?? {};

  return (
    <>
      <Input.Search
        allowClear
        aria-label={say(words.search)}
        placeholder={say(words.search)}
        defaultValue={q}
        onSearch={(text) => change({ q: text.trim() || undefined, page: undefined })}
        className="ledger-search"
      />
      {phone ? (
        <ul className="record-cards">
          {data.map((party) => (
            <li key={party.documentId} className="record-card">
              <div className="record-card-title">{nameOf(party)}</div>
              <div className="ledger-chips">
                {party.cells.map((cell) => (
                  <span key={cell.no} className="ledger-chip">
                    <span className="muted">{windowLabel(cell) || say(words.once)}</span>
                    <CellButton party={party} cell={cell} onOpen={setOpened} />
                  </span>
                ))}
              </div>
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
          locale={{ emptyText: say(words.empty) }}
        />
      )}
      {total > pageSize && (
        <Pagination
          size="small"
          align="end"
          current={page}
          pageSize={pageSize}
          total={total}
          showSizeChanger={false}
          onChange={(next) => change({ page: next === 1 ? undefined : String(next) })}
        />
      )}
      {opened && (
        <CellDrawer rule={rule} {...opened} title={nameOf(opened.party)} onClose={() => setOpened(null)} />
      )}
    </>
  );
}
