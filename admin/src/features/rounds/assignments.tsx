import { acceptsPlanning } from '@jiedui/shared/round';
import { useModel } from '../../models/store';
import type { Row } from '../../providers/row';
import type { FilterField } from '../../ui/list/filter-field';
import { RecordTable } from '../../ui/list/record-table';
import { DeleteButton } from '../../ui/record/delete-button';

const COLUMNS = [
  { field: 'unit', sort: 'unit.name' },
  { field: 'evaluator', sort: 'evaluator.displayName', width: 160 },
  { field: 'source', sort: true, width: 120 },
];
const FILTERS: readonly FilterField[] = [
  { kind: 'relation', field: 'evaluator' },
  { kind: 'enum', field: 'source' },
];

const nothing = () => undefined;

/** Who scores whom in a round; an assignment can be taken back while the round is being prepared. */
export function Assignments({ round }: { round: Row }) {
  const assignmentModel = useModel('assignments');
  const open = acceptsPlanning(round.state);
  return (
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
      {...(open
        ? {
            actions: (row: Row) => <DeleteButton model={assignmentModel} row={row} onDeleted={nothing} />,
          }
        : {})}
    />
  );
}
