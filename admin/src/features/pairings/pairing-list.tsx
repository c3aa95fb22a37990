import { useModel } from '../../models/store';
import { asLinked, linkedName } from '../../providers/row';
import type { ColumnInput } from '../../ui/list/column';
import { type FilterField, WAITING } from '../../ui/list/filter-field';
import { ImportLink } from '../../ui/list/import-link';
import { RecordTable } from '../../ui/list/record-table';

// The first column leads to the pairing, so the unit stands there as a name only.
const COLUMNS: readonly ColumnInput[] = [
  { field: 'unit', sort: 'unit.name', render: (row) => linkedName(asLinked(row.unit)) },
  { field: 'station', sort: 'station.name' },
  'unitContact',
  'unitContactPhone',
  'stationContact',
  'stationContactPhone',
  { field: 'startsOn', sort: true, width: 110 },
];
const FILTERS: readonly FilterField[] = [
  { kind: 'relation', field: 'unit' },
  { kind: 'relation', field: 'station' },
  WAITING,
];

export function PairingList() {
  const pairingModel = useModel('pairings');
  return (
    <RecordTable
      model={pairingModel}
      caption={{ zh: '结对名册', en: 'Pairings' }}
      columns={COLUMNS}
      filters={FILTERS}
      searchable={false}
      defaultSort={{ field: 'unit.name', order: 'asc' }}
      emptyAction={<ImportLink />}
      empty={{
        zh: '还没有结对。可导入工作簿,或逐个新建。',
        en: 'No pairings yet. Import a workbook or add them one by one.',
      }}
    />
  );
}
