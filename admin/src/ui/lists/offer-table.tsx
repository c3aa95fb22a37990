import type { CrudFilter } from '@refinedev/core';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import type { ColumnInput } from '../list/column';
import type { FilterField } from '../list/filter-field';
import { NewRecord } from '../list/new-record';
import { RecordTable } from '../list/record-table';
import { PartActions } from '../record/part-actions';
import { OfferTimesInput, useTimesWords } from './offer-times';

const FIELDS = ['name', 'station', 'kind', 'quantity', 'times', 'note', 'active'];
const CONTROLS = { times: <OfferTimesInput /> };
const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'kind' },
  { kind: 'flag', field: 'active' },
];
const WITH_STATION: readonly FilterField[] = [...FILTERS, { kind: 'relation', field: 'station' }];

/** The button that adds an offer, of one's own site to begin with. */
export function NewOffer({ station }: { station: string | null }) {
  const model = useModel('site-offers');
  const { say } = useWords();
  return (
    <NewRecord
      model={model}
      label={say({ zh: '登记资源', en: 'Add an offer' })}
      fields={FIELDS}
      preset={{ station, quantity: 1, active: true }}
      controls={CONTROLS}
      onCreated={() => undefined}
    />
  );
}

type Props = { fixed?: CrudFilter[]; inAddress?: boolean };

/** What sites offer: rooms, seats, equipment, with how many and when. `fixed`: of one site only. */
export function OfferTable({ fixed = [], inAddress = true }: Props) {
  const model = useModel('site-offers');
  const timesWords = useTimesWords();
  const columns: ColumnInput[] = [
    { field: 'name', sort: true, render: (row: Row) => String(row.name) },
    ...(fixed.length > 0 ? [] : [{ field: 'station', sort: 'station.name' }]),
    { field: 'kind', sort: true, width: 90 },
    { field: 'quantity', width: 90 },
    { field: 'times', narrow: true, width: 260, render: (row: Row) => timesWords(row.times) },
    { field: 'note', narrow: true, width: 220 },
    { field: 'active', width: 90 },
  ];
  return (
    <RecordTable
      model={model}
      caption={{ zh: '阵地资源', en: 'Offers' }}
      columns={columns}
      filters={fixed.length > 0 ? FILTERS : WITH_STATION}
      fixed={fixed}
      defaultSort={{ field: 'name', order: 'asc' }}
      rowTo={() => null}
      inAddress={inAddress}
      empty={{
        zh: '还没有登记资源。点“登记资源”填写场室、座位或设备及开放时间,活动即可预订。',
        en: 'Nothing is offered yet. Add rooms, seats or equipment with their times; activities can then book them.',
      }}
      actions={(row) => <PartActions model={model} row={row} fields={FIELDS} controls={CONTROLS} />}
    />
  );
}
