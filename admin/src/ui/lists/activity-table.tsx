import type { CrudFilter } from '@refinedev/core';
import { useModel } from '../../models/store';
import type { ColumnInput } from '../list/column';
import type { FilterField } from '../list/filter-field';
import { RecordTable } from '../list/record-table';

const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'state' },
  { kind: 'days', field: 'day' },
];

/** The activities of one unit, site or pairing, newest first. `hide` names the column that would say the same. */
export function ActivityTable({ fixed, hide }: { fixed: CrudFilter[]; hide: 'unit' | 'station' | 'both' }) {
  const activityModel = useModel('activities');
  const parties: ColumnInput[] = (['unit', 'station'] as const)
    .filter((field) => hide !== 'both' && field !== hide)
    .map((field) => ({ field, sort: `${field}.name` }));
  return (
    <RecordTable
      model={activityModel}
      caption={{ zh: '活动', en: 'Activities' }}
      columns={['title', { field: 'startsAt', sort: true, width: 150 }, 'category', ...parties, 'state']}
      filters={FILTERS}
      fixed={fixed}
      defaultSort={{ field: 'startsAt', order: 'desc' }}
      inAddress={false}
      empty={{
        zh: '还没有活动。可在“活动”页新建。',
        en: 'No activities yet. Add one on the page “Activities”.',
      }}
    />
  );
}
