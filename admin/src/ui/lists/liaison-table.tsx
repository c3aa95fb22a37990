import { useModel } from '../../models/store';
import { RecordTable } from '../list/record-table';

/** What a pairing has agreed for its weeks, the latest first. */
export function LiaisonTable({ pairing }: { pairing: string }) {
  const model = useModel('liaison-contents');
  return (
    <RecordTable
      model={model}
      caption={{ zh: '每周包联内容', en: 'Weekly liaison content' }}
      columns={[
        { field: 'week', sort: true, width: 120 },
        { field: 'content', narrow: true, width: 420 },
        { field: 'agreedAt', width: 150 },
        { field: 'state', width: 120 },
      ]}
      filters={[{ kind: 'enum', field: 'state' }]}
      fixed={[{ field: 'pairing.documentId', operator: 'eq', value: pairing }]}
      defaultSort={{ field: 'week', order: 'desc' }}
      inAddress={false}
      empty={{
        zh: '还没有包联内容。可在“每周包联”页填写。',
        en: 'Nothing yet. It is written on the page “Weekly liaison”.',
      }}
    />
  );
}
