import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { RecordTable } from '../../ui/list/record-table';
import { Facts } from '../../ui/record/facts';
import { RecordPage } from '../../ui/record/record-page';
import { TEAM_FORM } from './team-fields';

function TeamProjects({ id }: { id: string }) {
  const projectModel = useModel('projects');
  return (
    <RecordTable
      model={projectModel}
      caption={{ zh: '服务项目', en: 'Projects' }}
      columns={['title', 'category', 'state']}
      fixed={[{ field: 'team.documentId', operator: 'eq', value: id }]}
      defaultSort={{ field: 'title', order: 'asc' }}
      inAddress={false}
      empty={{
        zh: '还没有项目。请在“项目库”申报,每队至少一个。',
        en: 'No project yet. Propose one in the library; each team needs at least one.',
      }}
    />
  );
}

function TeamPage() {
  const teamModel = useModel('volunteer-teams');
  const { say } = useWords();
  const { may } = useAccess();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={teamModel}
      id={id}
      back={{ to: '/teams', label: say({ zh: '志愿服务队', en: 'Volunteer teams' }) }}
      editFields={TEAM_FORM}
      tabs={(row) => [
        {
          key: 'facts',
          label: say({ zh: '基本信息', en: 'Facts' }),
          content: (
            <div className="panel">
              <Facts model={teamModel} row={row} fields={TEAM_FORM.slice(1)} />
            </div>
          ),
        },
        ...(may('read', 'projects')
          ? [
              {
                key: 'projects',
                label: say({ zh: '服务项目', en: 'Projects' }),
                content: <TeamProjects id={id} />,
              },
            ]
          : []),
      ]}
    />
  );
}

export { TeamPage as Component };
