import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { FilterField } from '../../ui/list/filter-field';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';

const COLUMNS = [
  { field: 'name' },
  { field: 'round' },
  { field: 'state', sort: true, width: 120 },
  { field: 'filedAt', sort: true, width: 150 },
  { field: 'appealBy', sort: true, width: 120 },
  { field: 'decidedAt', sort: true, width: 150 },
];
const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'state' },
  { kind: 'relation', field: 'round' },
];

const words = {
  title: { zh: '申诉复核', en: 'Appeals' },
  ofUnit: {
    zh: '还没有申诉。对已公布的结果有异议,请在“测评结果”中打开该结果提出。',
    en: 'No appeal yet. Open a published result to make one.',
  },
  none: { zh: '没有申诉。', en: 'There is no appeal.' },
};

/** Appeals in scope: the own ones of a unit, those of a reviewer, all for the office. */
function AppealList() {
  const model = useModel('appeals');
  const { say } = useWords();
  const { may } = useAccess();
  return (
    <Page title={say(words.title)}>
      <RecordTable
        model={model}
        caption={words.title}
        columns={COLUMNS}
        filters={FILTERS}
        defaultSort={{ field: 'createdAt', order: 'desc' }}
        empty={may('create', 'appeals') ? words.ofUnit : words.none}
      />
    </Page>
  );
}

export { AppealList as Component };
