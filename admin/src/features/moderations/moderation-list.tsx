import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { FilterField } from '../../ui/list/filter-field';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';

const COLUMNS = [
  { field: 'name', sort: true },
  { field: 'round', sort: 'round.name' },
  { field: 'question' },
  { field: 'state', sort: true, width: 100 },
];
const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'state' },
  { kind: 'relation', field: 'round' },
];

/** The talks between evaluators; they are opened from the list of disagreements. */
function ModerationList() {
  const model = useModel('moderations');
  const { say } = useWords();
  return (
    <Page title={say({ zh: '会商', en: 'Talks' })}>
      <RecordTable
        model={model}
        caption={{ zh: '会商', en: 'Talks' }}
        columns={COLUMNS}
        filters={FILTERS}
        defaultSort={{ field: 'createdAt', order: 'desc' }}
        empty={{
          zh: '还没有会商。在“测评汇总 · 可信度”的“分歧较大的评分”中发起。',
          en: 'No talk yet. Begin one from the disagreements on “Summary · Trust”.',
        }}
      />
    </Page>
  );
}

export { ModerationList as Component };
