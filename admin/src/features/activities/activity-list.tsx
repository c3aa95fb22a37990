import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { RecordTable } from '../../ui/list/record-table';
import { LIST_FILTERS } from '../../ui/lists/activity-filters';
import { Page } from '../../ui/page';
import { NewActivity } from './new-activity';

const COLUMNS = [
  { field: 'title', sort: true },
  { field: 'startsAt', sort: true, width: 150 },
  { field: 'category', sort: 'category.order', width: 110 },
  { field: 'unit', sort: 'unit.name' },
  { field: 'station', sort: 'station.name' },
  { field: 'expectedPeople', sort: true, width: 90 },
  { field: 'actualPeople', sort: true, width: 90 },
  { field: 'state', sort: true, width: 90 },
];

function ActivityList() {
  const activityModel = useModel('activities');
  const { say } = useWords();
  const navigate = useNavigate();
  return (
    <Page
      title={say({ zh: '活动', en: 'Activities' })}
      actions={<NewActivity onCreated={(row) => void navigate(`/activities/${row.id}`)} />}
    >
      <RecordTable
        model={activityModel}
        caption={{ zh: '活动', en: 'Activities' }}
        columns={COLUMNS}
        filters={LIST_FILTERS}
        defaultSort={{ field: 'startsAt', order: 'desc' }}
        empty={{
          zh: '还没有活动。点“新建活动”登记第一场。',
          en: 'No activities yet. Register the first one with “New activity”.',
        }}
      />
    </Page>
  );
}

export { ActivityList as Component };
