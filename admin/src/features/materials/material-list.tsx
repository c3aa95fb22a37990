import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { FilterField } from '../../ui/list/filter-field';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';

const COLUMNS = [
  { field: 'title', sort: true },
  { field: 'kind', sort: true, width: 90 },
  { field: 'activity', sort: 'activity.day' },
  { field: 'showsTheme', width: 110 },
  { field: 'showsHost', width: 110 },
  { field: 'showsTime', width: 110 },
  'reviewedBy',
  { field: 'state', sort: true, width: 90 },
];
const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'state' },
  { kind: 'enum', field: 'kind' },
];

/** Every piece in scope; for the reviewers what waits for them, for the others what came back. */
function MaterialList() {
  const model = useModel('activity-materials');
  const { say } = useWords();
  return (
    <Page title={say({ zh: '宣传物料', en: 'Materials' })}>
      <RecordTable
        model={model}
        caption={{ zh: '宣传物料', en: 'Materials' }}
        columns={COLUMNS}
        filters={FILTERS}
        defaultSort={{ field: 'createdAt', order: 'desc' }}
        empty={{
          zh: '还没有宣传物料。请在活动页面逐件登记。',
          en: 'No materials yet. List them on the page of their activity.',
        }}
      />
    </Page>
  );
}

export { MaterialList as Component };
