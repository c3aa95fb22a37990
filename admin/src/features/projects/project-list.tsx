import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import type { FilterField } from '../../ui/list/filter-field';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { PROJECT_FORM } from './project-fields';

const COLUMNS = [
  { field: 'title', sort: true },
  { field: 'unit', sort: 'unit.name' },
  { field: 'team', sort: 'team.name' },
  { field: 'category', sort: 'category.order', width: 110 },
  { field: 'state', sort: true, width: 90 },
];
const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'state' },
  { kind: 'relation', field: 'category', several: true },
  { kind: 'relation', field: 'unit' },
];

function ProjectList() {
  const projectModel = useModel('projects');
  const { say } = useWords();
  const navigate = useNavigate();
  const { unit } = useSession().actor.anchors;
  return (
    <Page
      title={say({ zh: '志愿服务项目库', en: 'Project library' })}
      actions={
        <NewRecord
          model={projectModel}
          label={say({ zh: '申报项目', en: 'Propose a project' })}
          fields={PROJECT_FORM}
          preset={{ unit: unit?.documentId ?? null }}
          onCreated={(row) => void navigate(`/projects/${row.id}`)}
        />
      }
    >
      <RecordTable
        model={projectModel}
        caption={{ zh: '志愿服务项目', en: 'Service projects' }}
        columns={COLUMNS}
        filters={FILTERS}
        defaultSort={{ field: 'title', order: 'asc' }}
        empty={{
          zh: '项目库还是空的。每支志愿服务队至少申报一个项目。',
          en: 'The library is empty. Each volunteer team proposes at least one project.',
        }}
      />
    </Page>
  );
}

export { ProjectList as Component };
