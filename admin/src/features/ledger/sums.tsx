import type { CadenceRule } from '@jiedui/shared/programme';
import { Radio, Skeleton, Table, type TableColumnsType } from 'antd';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import { ErrorNotice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';
import {
  type Counts,
  type LedgerGroup,
  type Overview,
  progressOf,
  useLedgerState,
  windowLabel,
} from './ledger-data';

const GROUPS = {
  all: { zh: '全部', en: 'All' },
  unitClass: { zh: '按类别', en: 'By class' },
  town: { zh: '按镇', en: 'By town' },
  department: { zh: '按主管部门', en: 'By department' },
  unit: { zh: '按单位', en: 'By unit' },
  station: { zh: '按阵地', en: 'By site' },
};
type GroupName = keyof typeof GROUPS;

/** The groups that the parties of a rule belong to. */
const GROUPS_OF: Record<CadenceRule['who']['per'], readonly GroupName[]> = {
  pairing: ['all', 'unitClass', 'town', 'department', 'unit', 'station'],
  unit: ['all', 'unitClass', 'department', 'unit'],
  station: ['all', 'town', 'station'],
};

const words = {
  group: { zh: '汇总方式', en: 'Roll up' },
  name: { zh: '名称', en: 'Name' },
  none: { zh: '(未设)', en: '(none)' },
  caption: { zh: '完成数/应完成数', en: 'Met of owed' },
};

function Share({ counts }: { counts: Counts | undefined }) {
  const { say } = useWords();
  if (!counts) return null;
  const { done, owed } = progressOf(counts);
  if (owed === 0) return <span className="muted">—</span>;
  const late =
    counts.metLate > 0 ? say({ zh: `,其中逾期报送 ${counts.metLate}`, en: `, ${counts.metLate} late` }) : '';
  const told = say({
    zh: `完成 ${done},应完成 ${owed},未完成 ${counts.missed}${late}`,
    en: `${done} of ${owed} met, ${counts.missed} missed${late}`,
  });
  return (
    <span title={told} className="ledger-share">
      {done}/{owed}
      <span className="ledger-meter" aria-hidden="true">
        <span className="ledger-meter-done" style={{ width: `${(done / owed) * 100}%` }} />
        <span className="ledger-meter-missed" style={{ width: `${(counts.missed / owed) * 100}%` }} />
      </span>
    </span>
  );
}

/** How much of a rule is met in every window, for all together or by group. */
export function Sums({ rule }: { rule: CadenceRule }) {
  const { say } = useWords();
  const { by = 'all', change } = useLedgerState();
  const query = { rule: rule.code, ...(by === 'all' ? {} : { by }) };
  const { data, error, refetch } = useRead<Overview>('/ledger', query, { keepPrevious: true });
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active title={false} />;

  const nameOf = ({ id, name }: LedgerGroup) => {
    if (by === 'all') return say(GROUPS.all);
    if (by === 'unitClass' && id) return say(optionWords('unit', 'unitClass', id));
    return name ?? say(words.none);
  };
  const columns: TableColumnsType<LedgerGroup> = [
    { title: say(words.name), key: 'name', fixed: 'left', width: 160, render: (_, row) => nameOf(row) },
    ...data.windows.map((window) => ({
      title: (
        <span title={`${window.from} – ${window.to}`}>
          {windowLabel(window) || say({ zh: '全程', en: 'Once' })}
        </span>
      ),
      key: window.no,
      align: 'right' as const,
      width: 92,
      render: (_: unknown, row: LedgerGroup) => (
        <Share counts={row.windows.find(({ no }) => no === window.no)} />
      ),
    })),
  ];
  const rows = [...data.groups].sort((one, other) => nameOf(one).localeCompare(nameOf(other), 'zh'));
  return (
    <>
      <Radio.Group
        size="small"
        optionType="button"
        aria-label={say(words.group)}
        value={by}
        onChange={({ target }) => change({ by: target.value === 'all' ? undefined : String(target.value) })}
        options={GROUPS_OF[rule.who.per].map((name) => ({ value: name, label: say(GROUPS[name]) }))}
        className="ledger-groups"
      />
      <Table
        size="small"
        rowKey={({ id }) => id ?? ''}
        columns={columns}
        dataSource={rows}
        pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        scroll={{ x: 'max-content' }}
      />
      <p className="muted">{say(words.caption)}</p>
    </>
  );
}
