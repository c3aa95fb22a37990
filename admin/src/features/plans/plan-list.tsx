import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import type { FilterField } from '../../ui/list/filter-field';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { PLAN_FORM } from './plan-fields';

const COLUMNS = [
  { field: 'title', sort: true },
  { field: 'year', sort: true, width: 80, render: ({ year }: Row) => String(year) },
  { field: 'leader', width: 120 },
  { field: 'submittedAt', sort: true, width: 150 },
  { field: 'state', width: 100 },
];
const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'state' },
  { kind: 'relation', field: 'station' },
];

function PlanList() {
  const model = useModel('site-plans');
  const { say } = useWords();
  const navigate = useNavigate();
  const { actor, today } = useSession();
  return (
    <Page
      title={say({ zh: '阵地计划', en: 'Site plans' })}
      actions={
        <NewRecord
          model={model}
          label={say({ zh: '新建年度计划', en: 'New annual plan' })}
          fields={PLAN_FORM}
          preset={{
            station: actor.anchors.station?.documentId ?? null,
            year: Number(today.slice(0, 4)),
          }}
          onCreated={(row) => void navigate(`/site-plans/${row.id}`)}
        />
      }
    >
      <RecordTable
        model={model}
        caption={{ zh: '阵地年度计划', en: 'Annual plans of sites' }}
        columns={COLUMNS}
        filters={FILTERS}
        defaultSort={{ field: 'year', order: 'desc' }}
        empty={{
          zh: '还没有年度计划。点“新建年度计划”起草,再逐月添加事项。',
          en: 'No annual plan yet. Start one with “New annual plan”, then add its items month by month.',
        }}
      />
    </Page>
  );
}

export { PlanList as Component };
