import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { type FilterField, WAITING } from '../../ui/list/filter-field';
import { ImportLink } from '../../ui/list/import-link';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { UNIT_FORM } from './unit-fields';

const COLUMNS = [
  { field: 'name', sort: true },
  { field: 'unitClass', sort: true, width: 120 },
  { field: 'resident', sort: true, width: 110 },
  { field: 'department', sort: 'department.name' },
  { field: 'leader', width: 120 },
  'aliases',
];
const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'unitClass' },
  { kind: 'relation', field: 'department', several: true },
  { kind: 'flag', field: 'resident' },
  WAITING,
];

function UnitList() {
  const unitModel = useModel('units');
  const { say } = useWords();
  const navigate = useNavigate();
  return (
    <Page
      title={say({ zh: '结对共建单位', en: 'Units' })}
      actions={
        <NewRecord
          model={unitModel}
          label={say({ zh: '新建单位', en: 'New unit' })}
          fields={UNIT_FORM}
          preset={{ resident: false }}
          onCreated={(row) => void navigate(`/units/${row.id}`)}
        />
      }
    >
      <RecordTable
        model={unitModel}
        caption={{ zh: '结对共建单位名册', en: 'Units' }}
        columns={COLUMNS}
        filters={FILTERS}
        defaultSort={{ field: 'name', order: 'asc' }}
        emptyAction={<ImportLink />}
        empty={{
          zh: '还没有单位。可导入工作簿,或逐个新建。',
          en: 'No units yet. Import a workbook or add them one by one.',
        }}
      />
    </Page>
  );
}

export { UnitList as Component };
