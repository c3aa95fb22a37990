import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { EvaluatorPicker } from '../../ui/field/evaluator-picker';
import type { FilterField } from '../../ui/list/filter-field';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { DeleteButton } from '../../ui/record/delete-button';

const FIELDS = ['evaluator', 'unit', 'reason'];
const COLUMNS = [
  { field: 'unit', sort: 'unit.name' },
  { field: 'evaluator', sort: 'evaluator.displayName', width: 160 },
  { field: 'reason' },
];
const FILTERS: readonly FilterField[] = [{ kind: 'relation', field: 'evaluator' }];

const nothing = () => undefined;

/** Who does not score which unit, by declaration; the grounds that the registry knows need no entry. */
function RecusalsPage() {
  const model = useModel('recusals');
  const { say } = useWords();
  const { may, writes } = useAccess();
  const forOthers = writes('recusals', 'evaluator');
  return (
    <Page
      title={say({ zh: '回避', en: 'Recusals' })}
      actions={
        <NewRecord
          model={model}
          label={say({ zh: '申明回避', en: 'Declare a recusal' })}
          fields={FIELDS.filter((field) => writes('recusals', field))}
          controls={{ evaluator: <EvaluatorPicker /> }}
          onCreated={nothing}
        />
      }
    >
      <RecordTable
        model={model}
        caption={{ zh: '回避申明', en: 'Recusals' }}
        columns={COLUMNS}
        filters={forOthers ? FILTERS : []}
        defaultSort={{ field: 'createdAt', order: 'desc' }}
        searchable={false}
        rowTo={() => null}
        empty={{
          zh: '还没有回避申明。本单位、主管单位、结对单位自动回避,不必登记。',
          en: 'None declared. Own unit, lead department and own pairing are known without it.',
        }}
        {...(may('delete', 'recusals')
          ? { actions: (row: Row) => <DeleteButton model={model} row={row} onDeleted={nothing} /> }
          : {})}
      />
    </Page>
  );
}

export { RecusalsPage as Component };
