import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { FilterField } from '../../ui/list/filter-field';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';

const COLUMNS = [
  { field: 'moderation', sort: 'moderation.name' },
  { field: 'evaluator', sort: 'evaluator.displayName', width: 140 },
  { field: 'round', sort: 'round.name' },
  { field: 'state', sort: true, width: 100 },
  { field: 'reason' },
];
const FILTERS: readonly FilterField[] = [{ kind: 'enum', field: 'state' }];

/** What evaluators are asked in talks, and what they answered. */
function AnswerList() {
  const model = useModel('moderation-replies');
  const { say } = useWords();
  return (
    <Page title={say({ zh: '会商答复', en: 'Answers to talks' })}>
      <RecordTable
        model={model}
        caption={{ zh: '会商答复', en: 'Answers to talks' }}
        columns={COLUMNS}
        filters={FILTERS}
        defaultSort={{ field: 'state', order: 'asc' }}
        searchable={false}
        empty={{
          zh: '没有需要答复的会商。区办公室发起会商后,会出现在这里。',
          en: 'Nothing to answer. What the office asks you about appears here.',
        }}
      />
    </Page>
  );
}

export { AnswerList as Component };
