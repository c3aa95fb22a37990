import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { FilterField } from '../../ui/list/filter-field';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';

const UNIT = { field: 'unitName', sort: true };
const COLUMNS = [
  { field: 'unitClass', sort: true, width: 140 },
  { field: 'rank', sort: true, width: 80 },
  { field: 'ranked', width: 130 },
  { field: 'total', number: true, width: 90 },
  { field: 'band', sort: true, width: 100 },
  { field: 'name' },
  { field: 'signedAt', sort: true, width: 150 },
];
const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'unitClass' },
  { kind: 'relation', field: 'round' },
];

// Whoever reads whole results also looks at one of them from the top.
const WHOLE_COLUMNS = [UNIT, { field: 'place', sort: true, width: 80 }, ...COLUMNS];
const OWN_COLUMNS = [UNIT, ...COLUMNS];
const WHOLE_FILTERS: readonly FilterField[] = [...FILTERS, { kind: 'relation', field: 'result' }];

const words = {
  title: { zh: '测评结果', en: 'Results' },
  empty: { zh: '还没有公布的测评结果。', en: 'No result has been published yet.' },
};

/** What has been published: everything for the office, the own results for a unit. */
function ResultList() {
  const model = useModel('unit-results');
  const { say } = useWords();
  const whole = useAccess().may('read', 'results');
  return (
    <Page title={say(words.title)}>
      <RecordTable
        model={model}
        caption={words.title}
        columns={whole ? WHOLE_COLUMNS : OWN_COLUMNS}
        filters={whole ? WHOLE_FILTERS : FILTERS}
        defaultSort={{ field: 'signedAt', order: 'desc' }}
        empty={words.empty}
      />
    </Page>
  );
}

export { ResultList as Component };
