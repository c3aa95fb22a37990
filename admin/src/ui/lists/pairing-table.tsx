import type { CrudFilter } from '@refinedev/core';
import { useModel } from '../../models/store';
import { asLinked, linkedName } from '../../providers/row';
import { RecordTable } from '../list/record-table';

/** The pairings of one unit or one site; each leads to the pairing's page. */
export function PairingTable({ fixed, hide }: { fixed: CrudFilter[]; hide: 'unit' | 'station' }) {
  const pairingModel = useModel('pairings');
  const other = hide === 'unit' ? 'station' : 'unit';
  return (
    <RecordTable
      model={pairingModel}
      caption={{ zh: '结对', en: 'Pairings' }}
      columns={[
        { field: other, sort: `${other}.name`, render: (row) => linkedName(asLinked(row[other])) },
        'unitContact',
        'unitContactPhone',
        'stationContact',
        'stationContactPhone',
        { field: 'startsOn', sort: true },
      ]}
      fixed={fixed}
      defaultSort={{ field: `${other}.name`, order: 'asc' }}
      searchable={false}
      inAddress={false}
      empty={{
        zh: '还没有结对。区办公室可在“结对”页新建,或由工作簿导入。',
        en: 'No pairings yet. The district office adds them on the page “Pairings” or imports a workbook.',
      }}
    />
  );
}
