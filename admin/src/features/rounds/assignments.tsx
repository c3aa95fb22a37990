import { acceptsAdditions, acceptsPlanning, COMPARED_SOURCE, rolesOfSource } from '@jiedui/shared/round';
import { SOURCE_CODES } from '@jiedui/shared/rubric';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { EvaluatorPicker } from '../../ui/field/evaluator-picker';
import type { FilterField } from '../../ui/list/filter-field';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { DeleteButton } from '../../ui/record/delete-button';

const COLUMNS = [
  { field: 'unit', sort: 'unit.name' },
  { field: 'evaluator', sort: 'evaluator.displayName', width: 160 },
  { field: 'source', sort: true, width: 120 },
  { field: 'reason' },
];
const FILTERS: readonly FilterField[] = [
  { kind: 'relation', field: 'evaluator' },
  { kind: 'enum', field: 'source' },
];

/** A change by hand has room for its reason. */
const HAND_FORM = ['unit', 'evaluator', 'source', 'reason'];

/** Who may be given a sheet of one source or another; the server knows which. */
const JUDGES = [...new Set(SOURCE_CODES.flatMap(rolesOfSource))];

const nothing = () => undefined;

/** Who scores whom in a round. Once it is open somebody can be added; whose turn it no longer is, is said on the sheet. */
export function Assignments({ round }: { round: Row }) {
  const assignmentModel = useModel('assignments');
  const { say } = useWords();
  const draft = acceptsPlanning(round.state);
  return (
    <>
      {acceptsAdditions(round.state) && (
        <div className="round-hand">
          <NewRecord
            model={assignmentModel}
            label={say({ zh: '手工指定', en: 'Assign by hand' })}
            fields={HAND_FORM}
            preset={{ source: COMPARED_SOURCE }}
            controls={{ evaluator: <EvaluatorPicker roles={JUDGES} /> }}
            complete={(values) => ({ ...values, round: round.id })}
            onCreated={nothing}
          />
        </div>
      )}
      <RecordTable
        model={assignmentModel}
        caption={{ zh: '测评分工', en: 'Assignments' }}
        columns={COLUMNS}
        filters={FILTERS}
        fixed={[{ field: 'round.documentId', operator: 'eq', value: round.id }]}
        defaultSort={{ field: 'unit.name', order: 'asc' }}
        searchable={false}
        inAddress={false}
        empty={{
          zh: '还没有分工。筹备中的轮次可在“进度”中安排。',
          en: 'Nobody is assigned yet. Assign evaluators on “Progress” while the round is a draft.',
        }}
        {...(draft
          ? {
              actions: (row: Row) => <DeleteButton model={assignmentModel} row={row} onDeleted={nothing} />,
            }
          : {})}
      />
    </>
  );
}
