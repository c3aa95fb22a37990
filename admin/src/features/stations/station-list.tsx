import { useModel } from '../../models/store';
import type { FilterField } from '../../ui/list/filter-field';
import { ImportLink } from '../../ui/list/import-link';
import { RecordTable } from '../../ui/list/record-table';

const COLUMNS = [
  { field: 'name', sort: true },
  { field: 'level', sort: true, width: 80 },
  { field: 'town', sort: 'town.name' },
  { field: 'parent', sort: 'parent.name' },
  { field: 'civilityArea', sort: true, width: 100 },
  'responsibleBody',
  'leader',
  // Long, and last: better two lines than a part out of sight.
  { field: 'address', width: 190, narrow: true },
];
const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'level' },
  { kind: 'relation', field: 'town', several: true },
  { kind: 'flag', field: 'civilityArea' },
];

export function StationList() {
  const stationModel = useModel('stations');
  return (
    <RecordTable
      model={stationModel}
      caption={{ zh: '文明实践阵地名册', en: 'Civic-practice sites' }}
      columns={COLUMNS}
      filters={FILTERS}
      defaultSort={{ field: 'name', order: 'asc' }}
      empty={EMPTY}
      emptyAction={<ImportLink />}
    />
  );
}

export const EMPTY = {
  zh: '还没有阵地。可导入工作簿,或逐个新建。',
  en: 'No sites yet. Import a workbook or add them one by one.',
};
