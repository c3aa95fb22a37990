import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import type { FilterField } from '../../ui/list/filter-field';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { useView, ViewSwitch } from '../../ui/view-switch';
import { ACTION_PLAN_FORM } from './action-plan-fields';
import { Coverage } from './coverage';

const COLUMNS = [
  { field: 'title', sort: true },
  'unit',
  'station',
  'department',
  { field: 'leader', width: 110 },
  { field: 'submittedAt', sort: true, width: 150 },
  { field: 'state', width: 100 },
];
const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'state' },
  { kind: 'relation', field: 'programme' },
];

function ActionPlans() {
  const model = useModel('action-plans');
  const { say } = useWords();
  const { has } = useAccess();
  const navigate = useNavigate();
  const { unit, station, department } = useSession().actor.anchors;
  const views = [
    { key: 'list', label: say({ zh: '方案', en: 'Plans' }) },
    ...(has('readPlanCoverage') ? [{ key: 'coverage', label: say({ zh: '覆盖情况', en: 'Coverage' }) }] : []),
  ];
  const view = useView(views);
  return (
    <Page
      title={say({ zh: '具体方案', en: 'Detailed plans' })}
      actions={
        <>
          {views.length > 1 && <ViewSwitch views={views} label={say({ zh: '显示方式', en: 'View' })} />}
          <NewRecord
            model={model}
            label={say({ zh: '新建方案', en: 'New plan' })}
            fields={ACTION_PLAN_FORM}
            preset={{
              unit: unit?.documentId ?? null,
              station: station?.documentId ?? null,
              department: department?.documentId ?? null,
            }}
            onCreated={(row) => void navigate(`/action-plans/${row.id}`)}
          />
        </>
      }
    >
      {view === 'coverage' ? (
        <Coverage />
      ) : (
        <RecordTable
          model={model}
          caption={{ zh: '具体方案', en: 'Detailed plans' }}
          columns={COLUMNS}
          filters={FILTERS}
          defaultSort={{ field: 'title', order: 'asc' }}
          empty={{
            zh: '还没有具体方案。点“新建方案”,写明负责领导,再添加任务、责任人和时限。',
            en: 'No plan yet. Start one with its leader, then add tasks with owners and dates.',
          }}
        />
      )}
    </Page>
  );
}

export { ActionPlans as Component };
