import type { Words } from '@jiedui/shared/text';
import { Button, Pagination, Select, Skeleton, Table, type TableColumnsType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { typeWords } from '../../models/names';
import { recordAddress } from '../../models/presentation';
import { modelOfResource, useModels } from '../../models/store';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { RelationSelect } from '../../ui/list/relation-select';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { actionWords, Changes, ClockNote, type HistoryEntry } from '../../ui/record/history';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';

type AuditRow = HistoryEntry & {
  id: number;
  actorRole: string | null;
  resource: string;
  documentId: string;
  /** What the record is called, or was called before it was deleted. */
  title: string | null;
};
type AuditMeta = { pagination: { page: number; pageSize: number; total: number } };

/** Who acts without an account: whoever started or ran something on the machine itself. */
const ROLE_WORDS: Record<string, Words> = { operator: { zh: '运维', en: 'Operator' } };

const words = {
  title: { zh: '变更日志', en: 'Audit log' },
  at: { zh: '时间', en: 'Time' },
  who: { zh: '办理人', en: 'Who' },
  what: { zh: '操作', en: 'Action' },
  record: { zh: '记录', en: 'Record' },
  changes: { zh: '内容', en: 'Changes' },
  type: { zh: '记录类型', en: 'Kind of record' },
  noMatch: { zh: '没有符合条件的变更。', en: 'No change matches.' },
  clear: { zh: '清除条件', en: 'Clear the filters' },
  none: { zh: '还没有变更。', en: 'Nothing has been changed yet.' },
};

/** The record's type and name; the name leads to its page where there is one. */
function RecordLink({ entry }: { entry: AuditRow }) {
  const { say } = useWords();
  const model = modelOfResource(useModels(), entry.resource);
  const address = model && entry.action !== 'delete' ? recordAddress(model, entry.documentId) : null;
  const name = entry.title ?? entry.documentId;
  return (
    <>
      <span className="muted">{say(typeWords(entry.resource))}</span>{' '}
      {address ? (
        <Link className="link-in-text" to={address}>
          {name}
        </Link>
      ) : (
        name
      )}
    </>
  );
}

function Who({ entry }: { entry: AuditRow }) {
  const { say } = useWords();
  const role = entry.actorRole
    ? say(ROLE_WORDS[entry.actorRole] ?? optionWords('staff', 'role', entry.actorRole))
    : '';
  return (
    <>
      {entry.actorName} <span className="muted nowrap">{role}</span>
    </>
  );
}

function What({ entry }: { entry: AuditRow }) {
  return (
    <>
      {entry.reason && <div>{entry.reason}</div>}
      <Changes resource={entry.resource} entry={entry} />
    </>
  );
}

function AuditTable({ rows }: { rows: AuditRow[] }) {
  const { say } = useWords();
  const columns: TableColumnsType<AuditRow> = [
    { key: 'at', title: say(words.at), width: 150, render: (_value, entry) => formatInstant(entry.at) },
    { key: 'who', title: say(words.who), width: 240, render: (_value, entry) => <Who entry={entry} /> },
    {
      key: 'what',
      title: say(words.what),
      width: 100,
      render: (_value, entry) => say(actionWords(entry.resource, entry)),
    },
    {
      key: 'record',
      title: say(words.record),
      width: 320,
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
            <span className="muted nowrap">{formatInstant(entry.at)}</span>
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
  const { types } = useModels();
  const [params, setParams] = useSearchParams();
  const page = Math.max(1, Number(params.get('page')) || 1);
  const resource = params.get('resource') ?? '';
  const person = params.get('actor') ?? '';
  const filtered = Boolean(resource || person);
  /** A change to the filters starts at the first page again. */
  const put = (next: Record<string, string>) => {
    const all = { resource, actor: person, page: '', ...next };
    setParams(Object.fromEntries(Object.entries(all).filter(([, value]) => value)), { replace: true });
  };
  const { data, meta, error, refetch } = useRead<AuditRow[], AuditMeta>(
    '/audit',
    { page, resource: resource || undefined, actor: person || undefined },
    { keepPrevious: true },
  );

  const body = () => {
    if (error) return <ErrorNotice error={error} onRetry={refetch} />;
    if (!data) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
    if (data.length === 0) {
      return filtered ? (
        <Notice text={say(words.noMatch)}>
          <Button onClick={() => put({ resource: '', actor: '' })}>{say(words.clear)}</Button>
        </Notice>
      ) : (
        <Notice text={say(words.none)} />
      );
    }
    return phone ? <AuditCards rows={data} /> : <AuditTable rows={data} />;
  };

  return (
    <Page title={say(words.title)}>
      <search className="filter-bar">
        <Select
          className="filter-field"
          aria-label={say(words.type)}
          placeholder={say(words.type)}
          allowClear
          value={resource || null}
          onChange={(value?: string) => put({ resource: value ?? '' })}
          options={types.map(({ resource: value, label }) => ({ value, label: say(label) }))}
          popupMatchSelectWidth={false}
        />
        <RelationSelect
          className="filter-field"
          ariaLabel={say(words.who)}
          placeholder={say(words.who)}
          target="staff"
          value={person || null}
          onChange={(value) => put({ actor: [value].flat()[0] ?? '' })}
        />
      </search>
      <ClockNote />
      {body()}
      {meta && meta.pagination.total > meta.pagination.pageSize && (
        <div className="pager">
          <span className="muted">
            {say({ zh: `共 ${meta.pagination.total} 条`, en: `${meta.pagination.total} in all` })}
          </span>
          <Pagination
            size="small"
            simple={phone}
            current={page}
            pageSize={meta.pagination.pageSize}
            total={meta.pagination.total}
            showSizeChanger={false}
            onChange={(next) => put({ page: next > 1 ? String(next) : '' })}
          />
        </div>
      )}
    </Page>
  );
}

export { AuditLog as Component };
