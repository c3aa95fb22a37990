import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { Facts } from '../../ui/record/facts';
import { RecordPage } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import { PROJECT_FORM } from './project-fields';

function ProjectPage() {
  const projectModel = useModel('projects');
  const { say } = useWords();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={projectModel}
      id={id}
      back={{ to: '/projects', label: say({ zh: '项目库', en: 'Project library' }) }}
      editFields={PROJECT_FORM}
      actions={(row) => <StateSteps model={projectModel} row={row} />}
      tabs={(row) => [
        {
          key: 'facts',
          label: say({ zh: '基本信息', en: 'Facts' }),
          content: (
            <div className="panel">
              <Facts model={projectModel} row={row} fields={['unit', 'team', 'category', 'summary']} />
            </div>
          ),
        },
      ]}
    />
  );
}

export { ProjectPage as Component };
