import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import type { FilterField } from '../../ui/list/filter-field';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { TEAM_FORM } from './team-fields';

const COLUMNS = [
  { field: 'name', sort: true },
  { field: 'ownerKind', sort: true, width: 110 },
  { field: 'unit', sort: 'unit.name' },
  'organization',
  'leader',
  { field: 'size', sort: true, width: 90 },
];
const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'ownerKind' },
  { kind: 'relation', field: 'unit' },
];

function TeamList() {
  const teamModel = useModel('volunteer-teams');
  const { say } = useWords();
  const navigate = useNavigate();
  const { unit } = useSession().actor.anchors;
  return (
    <Page
      title={say({ zh: '志愿服务队', en: 'Volunteer teams' })}
      actions={
        <NewRecord
          model={teamModel}
          label={say({ zh: '新建志愿服务队', en: 'New team' })}
          fields={TEAM_FORM}
          preset={{ unit: unit?.documentId ?? null }}
          onCreated={(row) => void navigate(`/teams/${row.id}`)}
        />
      }
    >
      <RecordTable
        model={teamModel}
        caption={{ zh: '志愿服务队', en: 'Volunteer teams' }}
        columns={COLUMNS}
        filters={FILTERS}
        defaultSort={{ field: 'name', order: 'asc' }}
        empty={{ zh: '还没有志愿服务队。请新建。', en: 'No teams yet. Add the first one.' }}
      />
    </Page>
  );
}

export { TeamList as Component };
