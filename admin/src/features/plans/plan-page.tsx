import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { asLinked, type Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Facts } from '../../ui/record/facts';
import { PartActions } from '../../ui/record/part-actions';
import { RecordPage, useEditable } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import { ITEM_FORM, PLAN_FORM } from './plan-fields';
import './plans.css';
import { Standing } from './standing';

const FACTS = ['station', 'leader', 'submittedAt', 'approvedAt', 'goals'];

const ITEM_COLUMNS = [
  { field: 'title', render: (row: Row) => String(row.title) },
  { field: 'month', sort: true, width: 90 },
  { field: 'category', sort: 'category.order' },
  { field: 'plannedCount', width: 90 },
  'unit',
  { field: 'owner', width: 100 },
  { field: 'note', narrow: true, width: 200 },
];

function Items({ plan }: { plan: Row }) {
  const model = useModel('plan-items');
  const { say } = useWords();
  const editable = useEditable(useModel('site-plans'))(plan);
  return (
    <>
      {editable && (
        <div className="related-actions">
          <NewRecord
            model={model}
            label={say({ zh: '添加事项', en: 'Add an item' })}
            fields={ITEM_FORM}
            preset={{ plannedCount: 1, month: `${plan.year}-` }}
            complete={(values) => ({ ...values, plan: plan.id })}
            onCreated={() => undefined}
          />
        </div>
      )}
      <RecordTable
        model={model}
        caption={{ zh: '年度计划事项', en: 'Items of the plan' }}
        columns={ITEM_COLUMNS}
        filters={[{ kind: 'relation', field: 'category' }]}
        fixed={[{ field: 'plan.documentId', operator: 'eq', value: plan.id }]}
        defaultSort={{ field: 'month', order: 'asc' }}
        rowTo={() => null}
        inAddress={false}
        empty={{
          zh: '还没有事项。点“添加事项”,写明月份、类别和场次。',
          en: 'No items yet. Add each with its month, category and how often.',
        }}
        {...(editable
          ? { actions: (row: Row) => <PartActions model={model} row={row} fields={ITEM_FORM} /> }
          : {})}
      />
    </>
  );
}

function Body({ row }: { row: Row }) {
  const model = useModel('site-plans');
  const { say } = useWords();
  return (
    <>
      <div className="page-grid">
        <div className="panel">
          <Facts model={model} row={row} fields={FACTS} />
        </div>
        <section className="panel no-print">
          <h2>{say({ zh: '下一步', en: 'Next step' })}</h2>
          <StateSteps
            model={model}
            row={row}
            none={say({ zh: '当前没有需要您办理的步骤。', en: 'There is no step for you now.' })}
          />
        </section>
      </div>
      <h2 className="section-title">{say({ zh: '全年事项', en: 'Items of the year' })}</h2>
      <Items plan={row} />
    </>
  );
}

function MonthLink({ row }: { row: Row }) {
  const { say } = useWords();
  const { today } = useSession();
  const station = asLinked(row.station)?.documentId ?? '';
  const month = today.startsWith(String(row.year)) ? today.slice(0, 7) : `${row.year}-01`;
  return (
    <Link to={`/schedule?station=${station}&month=${month}`}>
      <Button>{say({ zh: '月度安排', en: 'Month by month' })}</Button>
    </Link>
  );
}

function PlanPage() {
  const model = useModel('site-plans');
  const { say } = useWords();
  const { has } = useAccess();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={model}
      id={id}
      back={{ to: '/site-plans', label: say({ zh: '阵地计划', en: 'Site plans' }) }}
      editFields={PLAN_FORM}
      actions={(row) => <MonthLink row={row} />}
      tabs={(row) => [
        { key: 'facts', label: say({ zh: '计划', en: 'Plan' }), content: <Body row={row} /> },
        ...(has('readPlanStanding')
          ? [
              {
                key: 'standing',
                label: say({ zh: '计划与实际', en: 'Plan and actual' }),
                content: <Standing plan={row.id} />,
              },
            ]
          : []),
      ]}
    />
  );
}

export { PlanPage as Component };
