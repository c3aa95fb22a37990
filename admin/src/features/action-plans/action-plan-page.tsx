import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Facts } from '../../ui/record/facts';
import { Files } from '../../ui/record/files';
import { PartActions } from '../../ui/record/part-actions';
import { RecordPage, useEditable } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import { Tag } from '../../ui/tone';
import { ACTION_PLAN_FORM, TASK_FORM } from './action-plan-fields';

const FACTS = [
  'unit',
  'station',
  'department',
  'programme',
  'leader',
  'submittedAt',
  'acceptedAt',
  'summary',
];

function Done({ task }: { task: Row }) {
  const { say } = useWords();
  const { today } = useSession();
  if (task.done === true) return <Tag tone="green">{say({ zh: '已完成', en: 'Done' })}</Tag>;
  if (String(task.dueOn) < today) return <Tag tone="red">{say({ zh: '已逾期', en: 'Overdue' })}</Tag>;
  return <Tag>{say({ zh: '进行中', en: 'Under way' })}</Tag>;
}

const COLUMNS = [
  { field: 'title', render: (row: Row) => String(row.title) },
  { field: 'owner', width: 110 },
  { field: 'dueOn', sort: true, width: 110 },
  { field: 'done', width: 90, render: (row: Row) => <Done task={row} />, also: ['dueOn'] },
  { field: 'doneOn', width: 110 },
  { field: 'note', narrow: true, width: 220 },
];

function Tasks({ plan }: { plan: Row }) {
  const model = useModel('plan-tasks');
  const { say } = useWords();
  const editable = useEditable(useModel('action-plans'))(plan);
  return (
    <section className="panel">
      <h2>{say({ zh: '任务', en: 'Tasks' })}</h2>
      {editable && (
        <div className="related-actions">
          <NewRecord
            model={model}
            label={say({ zh: '添加任务', en: 'Add a task' })}
            fields={['title', 'owner', 'dueOn', 'note']}
            complete={(values) => ({ ...values, plan: plan.id })}
            onCreated={() => undefined}
          />
        </div>
      )}
      <RecordTable
        model={model}
        caption={{ zh: '方案任务', en: 'Tasks of the plan' }}
        columns={COLUMNS}
        fixed={[{ field: 'plan.documentId', operator: 'eq', value: plan.id }]}
        defaultSort={{ field: 'dueOn', order: 'asc' }}
        rowTo={() => null}
        inAddress={false}
        searchable={false}
        empty={{
          zh: '还没有任务。点“添加任务”,写明责任人和完成时限。',
          en: 'No tasks yet. Add each with its owner and date.',
        }}
        actions={(row) => (
          <PartActions
            model={model}
            row={row}
            // What was sent in stays; its progress does not.
            fields={editable ? TASK_FORM : ['done', 'doneOn', 'note']}
            deletable={editable}
          />
        )}
      />
    </section>
  );
}

function Body({ row }: { row: Row }) {
  const model = useModel('action-plans');
  const { say } = useWords();
  const editable = useEditable(model)(row);
  return (
    <>
      <div className="page-grid">
        <section className="panel">
          <Facts model={model} row={row} fields={FACTS.filter((field) => row[field] !== null)} />
        </section>
        <div>
          <section className="panel no-print">
            <h2>{say({ zh: '下一步', en: 'Next step' })}</h2>
            <StateSteps
              model={model}
              row={row}
              none={say({ zh: '当前没有需要您办理的步骤。', en: 'There is no step for you now.' })}
            />
          </section>
          <section className="panel">
            <h2>{say({ zh: '方案文件', en: 'File' })}</h2>
            <Files model={model} row={row} field="file" editable={editable} />
          </section>
        </div>
      </div>
      <Tasks plan={row} />
    </>
  );
}

function ActionPlanPage() {
  const model = useModel('action-plans');
  const { say } = useWords();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={model}
      id={id}
      back={{ to: '/action-plans', label: say({ zh: '具体方案', en: 'Detailed plans' }) }}
      editFields={ACTION_PLAN_FORM}
      tabs={(row) => [{ key: 'facts', label: say({ zh: '方案', en: 'Plan' }), content: <Body row={row} /> }]}
    />
  );
}

export { ActionPlanPage as Component };
