import { enumWords, resourceLabel } from '@jiedui/shared/text';
import { Pagination, Skeleton, Table, type TableColumnsType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { modelOfResource } from '../../models';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { actionWords, Changes, type HistoryEntry } from '../../ui/record/history';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';

type AuditRow = HistoryEntry & { id: number; actorRole: string | null; resource: string; documentId: string };
type AuditMeta = { pagination: { page: number; pageSize: number; total: number } };

const words = {
  title: { zh: '变更日志', en: 'Audit log' },
  at: { zh: '时间', en: 'Time' },
  who: { zh: '办理人', en: 'Who' },
  what: { zh: '操作', en: 'Action' },
  record: { zh: '记录', en: 'Record' },
  changes: { zh: '内容', en: 'Changes' },
  none: { zh: '还没有变更。', en: 'Nothing has been changed yet.' },
};

function RecordLink({ entry }: { entry: AuditRow }) {
  const { say } = useWords();
  const label = say(resourceLabel(entry.resource));
  const route = modelOfResource(entry.resource)?.route;
  if (!route || entry.action === 'delete' || entry.resource === 'staff') return <>{label}</>;
  return <Link to={`${route}/${entry.documentId}`}>{label}</Link>;
}

function Who({ entry }: { entry: AuditRow }) {
  const { say } = useWords();
  const role = entry.actorRole ? say(enumWords('staff', 'role', entry.actorRole)) : '';
  return (
    <>
      {entry.actorName} <span className="muted">{role}</span>
    </>
  );
}

function What({ entry }: { entry: AuditRow }) {
  return (
    <>
      {entry.reason && <div>{entry.reason}</div>}
      {entry.action !== 'create' && (
        <Changes model={modelOfResource(entry.resource) ?? null} changes={entry.changes} />
      )}
    </>
  );
}

function AuditTable({ rows }: { rows: AuditRow[] }) {
  const { say } = useWords();
  const columns: TableColumnsType<AuditRow> = [
    { key: 'at', title: say(words.at), width: 150, render: (_value, entry) => formatInstant(entry.at) },
    { key: 'who', title: say(words.who), width: 200, render: (_value, entry) => <Who entry={entry} /> },
    {
      key: 'what',
      title: say(words.what),
      width: 100,
      render: (_value, entry) => say(actionWords(entry.resource, entry)),
    },
    {
      key: 'record',
      title: say(words.record),
      width: 150,
      render: (_value, entry) => <RecordLink entry={entry} />,
    },
    { key: 'changes', title: say(words.changes), render: (_value, entry) => <What entry={entry} /> },
  ];
  return <Table<AuditRow> rowKey="id" size="small" columns={columns} dataSource={rows} pagination={false} />;
}

function AuditCards({ rows }: { rows: AuditRow[] }) {
  const { say } = useWords();
  return (
    <ul className="record-cards">
      {rows.map((entry) => (
        <li key={entry.id} className="record-card">
          <div className="record-card-title">
            <span>
              {say(actionWords(entry.resource, entry))} <RecordLink entry={entry} />
            </span>
            <span className="muted">{formatInstant(entry.at)}</span>
          </div>
          <Who entry={entry} />
          <What entry={entry} />
        </li>
      ))}
    </ul>
  );
}

/** Everything that was changed, by whom, newest first. */
function AuditLog() {
  const { say } = useWords();
  const phone = usePhone();
  const [params, setParams] = useSearchParams();
  const page = Math.max(1, Number(params.get('page')) || 1);
  const { data, meta, error, refetch } = useRead<AuditRow[], AuditMeta>(
    '/audit',
    { page },
    { keepPrevious: true },
  );

  const body = () => {
    if (error) return <ErrorNotice error={error} onRetry={refetch} />;
    if (!data) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
    if (data.length === 0) return <Notice text={say(words.none)} />;
    return phone ? <AuditCards rows={data} /> : <AuditTable rows={data} />;
  };

  return (
    <Page title={say(words.title)}>
      {body()}
      {meta && meta.pagination.total > meta.pagination.pageSize && (
        <div className="pager">
          <span />
          <Pagination
            size="small"
            simple={phone}
            current={page}
            pageSize={meta.pagination.pageSize}
            total={meta.pagination.total}
            showSizeChanger={false}
            onChange={(next) => setParams(next > 1 ? { page: String(next) } : {}, { replace: true })}
          />
        </div>
      )}
    </Page>
  );
}

export { AuditLog as Component };
