import { useState } from 'react';
import { useModel } from '../../models/store';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import { asLinked, linkedName, type Row } from '../../providers/row';
import { RecordDrawer } from '../../ui/forms/record-drawer';
import type { Column } from '../../ui/list/column';
import type { FilterField } from '../../ui/list/filter-field';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { Tag } from '../../ui/tone';
import { InitialPassword, type Issued } from './initial-password';
import { StaffActions } from './staff-actions';
import { STAFF_FORM } from './staff-fields';

const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'role' },
  { kind: 'flag', field: 'blocked' },
];
const ANCHOR_FIELDS = ['unit', 'station', 'town', 'department'];

function BlockedTag({ row }: { row: Row }) {
  const { say } = useWords();
  return row.blocked === true ? (
    <Tag tone="red">{say({ zh: '已停用', en: 'Blocked' })}</Tag>
  ) : (
    <Tag tone="green">{say({ zh: '正常', en: 'Active' })}</Tag>
  );
}

const belongsTo = (row: Row) =>
  ANCHOR_FIELDS.map((field) => linkedName(asLinked(row[field])))
    .filter(Boolean)
    .join('、');

function StaffList() {
  const staffModel = useModel('staff');
  const { say } = useWords();
  const [editing, setEditing] = useState<Row | null>(null);
  const [issued, setIssued] = useState<Issued | null>(null);
  const [columns] = useState<Column[]>(() => [
    { field: 'displayName', sort: true },
    { field: 'username', sort: true },
    { field: 'role', sort: true, width: 120 },
    {
      field: 'unit',
      label: { zh: '所属', en: 'Belongs to' },
      also: ANCHOR_FIELDS,
      render: belongsTo,
    },
    {
      field: 'blocked',
      sort: true,
      width: 90,
      label: { zh: '状态', en: 'Status' },
      render: (row) => <BlockedTag row={row} />,
    },
  ]);

  const created = (row: Row) =>
    setIssued({
      displayName: String(row.displayName),
      username: String(row.username),
      password: String(row.initialPassword ?? ''),
    });

  return (
    <Page
      title={say({ zh: '人员账号', en: 'Staff accounts' })}
      actions={
        <NewRecord
          model={staffModel}
          label={say({ zh: '新建账号', en: 'New account' })}
          fields={STAFF_FORM}
          onCreated={created}
        />
      }
    >
      <RecordTable
        model={staffModel}
        caption={{ zh: '人员账号', en: 'Staff accounts' }}
        columns={columns}
        filters={FILTERS}
        defaultSort={{ field: 'username', order: 'asc' }}
        rowTo={() => null}
        actions={(row) => <StaffActions row={row} onEdit={setEditing} onIssued={setIssued} />}
        empty={{ zh: '还没有账号。', en: 'No accounts yet.' }}
      />
      {editing && (
        <RecordDrawer
          model={staffModel}
          title={`${String(editing.displayName)} · ${say(optionWords('staff', 'role', String(editing.role)))}`}
          fields={STAFF_FORM}
          row={editing}
          onClose={() => setEditing(null)}
          onSaved={() => setEditing(null)}
        />
      )}
      <InitialPassword issued={issued} onClose={() => setIssued(null)} />
    </Page>
  );
}

export { StaffList as Component };
