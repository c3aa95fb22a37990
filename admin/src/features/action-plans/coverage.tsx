import { type CoverageKind, coverageSeenBy } from '@jiedui/shared/planning';
import { Pagination, Segmented, Skeleton, Table, type TableColumnsType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { optionWords } from '../../models/words';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { StateTag } from '../../ui/field/tags';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Tag } from '../../ui/tone';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';
import './coverage.css';

type Group = { name: string | null; total: number; made: number; accepted: number };
type Missing = {
  documentId: string;
  name: string;
  leader: string | null;
  group: string | null;
  plan: string | null;
  state: string | null;
};
type Answer = { groups: Group[]; missing: Missing[] };
type Meta = { pagination: { page: number; pageSize: number; total: number } };

const KINDS: Record<CoverageKind, { zh: string; en: string }> = {
  unit: { zh: '单位', en: 'Units' },
  station: { zh: '阵地', en: 'Sites' },
  department: { zh: '牵头部门', en: 'Lead departments' },
};

const words = {
  kind: { zh: '对象', en: 'Of whom' },
  name: { zh: '名称', en: 'Name' },
  group: { zh: '类别/镇', en: 'Class or town' },
  leader: { zh: '负责领导', en: 'Leader' },
  state: { zh: '方案', en: 'Plan' },
  none: { zh: '未编制', en: 'None' },
  missing: { zh: '还没有报送方案的', en: 'Without a plan' },
  all: { zh: '都已报送方案。', en: 'Everybody has sent in a plan.' },
  without: { zh: '未划分', en: 'None' },
};

/** Who has a plan for the programme in force, by class or town, and who has none yet. */
export function Coverage() {
  const { say } = useWords();
  const { role } = useAccess();
  const phone = usePhone();
  const kinds = coverageSeenBy(role);
  const [params, setParams] = useSearchParams();
  const kind = kinds.find((one) => one === params.get('kind')) ?? kinds[0] ?? 'unit';
  const page = Number(params.get('page') ?? 1);
  const change = (values: Record<string, string>) =>
    setParams({ view: 'coverage', kind, ...values }, { replace: true });
  const { data, meta, error, refetch } = useRead<Answer, Meta>(
    '/plans/coverage',
    { kind, page },
    { keepPrevious: true },
  );
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active title={false} />;

  const groupName = (name: string | null) =>
    name === null ? say(words.without) : kind === 'unit' ? say(optionWords('unit', 'unitClass', name)) : name;
  const state = (row: Missing) =>
    row.plan ? (
      <Link to={`/action-plans/${row.plan}`}>
        <StateTag resource="action-plan" state={row.state} />
      </Link>
    ) : (
      <Tag tone="red">{say(words.none)}</Tag>
    );
  const columns: TableColumnsType<Missing> = [
    { key: 'name', title: say(words.name), dataIndex: 'name' },
    ...(kind === 'department'
      ? []
      : [
          {
            key: 'group',
            title: say(words.group),
            render: (_: unknown, row: Missing) => groupName(row.group),
          },
        ]),
    { key: 'leader', title: say(words.leader), render: (_, row) => row.leader ?? '—' },
    { key: 'state', title: say(words.state), width: 120, render: (_, row) => state(row) },
  ];
  const { total = 0, pageSize = 50 } = meta?.pagination ?? {};
  return (
    <>
      {kinds.length > 1 && (
        <Segmented
          aria-label={say(words.kind)}
          className="coverage-kinds"
          value={kind}
          options={kinds.map((one) => ({ value: one, label: say(KINDS[one]) }))}
          onChange={(next) => change({ kind: next, page: '1' })}
        />
      )}
      <ul className="coverage-groups">
        {data.groups.map((group) => (
          <li key={group.name ?? ''} className="panel">
            <div className="muted">
              {kind === 'department' ? say(KINDS.department) : groupName(group.name)}
            </div>
            <div className="coverage-share">
              {group.made}/{group.total}
            </div>
            <div className="muted">
              {say({ zh: `已接收 ${group.accepted}`, en: `${group.accepted} accepted` })}
            </div>
          </li>
        ))}
      </ul>
      <h2 className="coverage-title">
        {say(words.missing)} ({total})
      </h2>
      {data.missing.length === 0 ? (
        <Notice text={say(words.all)} />
      ) : phone ? (
        <ul className="record-cards">
          {data.missing.map((row) => (
            <li key={row.documentId} className="record-card">
              <div className="record-card-title">
                <span>{row.name}</span>
                {state(row)}
              </div>
              <div className="muted">{groupName(row.group)}</div>
            </li>
          ))}
        </ul>
      ) : (
        <Table
          size="small"
          rowKey="documentId"
          columns={columns}
          dataSource={data.missing}
          pagination={false}
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
          onChange={(next) => change({ page: String(next) })}
        />
      )}
    </>
  );
}
