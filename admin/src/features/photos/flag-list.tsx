import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { FilterField } from '../../ui/list/filter-field';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';

const COLUMNS = [
  { field: 'title', sort: true },
  { field: 'kind', sort: true, width: 190 },
  'earlierActivity',
  { field: 'earlierDay', sort: true, width: 130 },
  { field: 'difference', sort: true, width: 150 },
  { field: 'state', sort: true, width: 110 },
];
const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'state' },
  { kind: 'enum', field: 'kind' },
  { kind: 'relation', field: 'activity' },
];

const words = {
  title: { zh: '照片核查', en: 'Photo checks' },
  empty: { zh: '没有疑似重复使用的照片。', en: 'No photo looks as if it had been used before.' },
};

/** Photos that look like earlier ones; the alikest first. */
function FlagList() {
  const model = useModel('photo-flags');
  const { say } = useWords();
  return (
    <Page title={say(words.title)}>
      <RecordTable
        model={model}
        caption={words.title}
        columns={COLUMNS}
        filters={FILTERS}
        defaultSort={{ field: 'difference', order: 'asc' }}
        empty={words.empty}
      />
    </Page>
  );
}

export { FlagList as Component };
