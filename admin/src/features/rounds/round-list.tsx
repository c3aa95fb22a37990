import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { ROUND_FORM } from './round-fields';
import { RubricPicker } from './rubric-picker';
import { WindowsInput } from './windows-input';

function RoundList() {
  const roundModel = useModel('rounds');
  const { say } = useWords();
  const navigate = useNavigate();
  const { programme } = useSession();
  return (
    <Page
      title={say({ zh: '测评轮次', en: 'Rounds' })}
      actions={
        <NewRecord
          model={roundModel}
          label={say({ zh: '新建轮次', en: 'New round' })}
          fields={ROUND_FORM}
          controls={{ rubric: <RubricPicker />, windows: <WindowsInput /> }}
          preset={{ programme: programme?.documentId ?? null }}
          onCreated={(row) => void navigate(`/rounds/${row.id}`)}
        />
      }
    >
      <RecordTable
        model={roundModel}
        caption={{ zh: '测评轮次', en: 'Rounds' }}
        columns={[
          { field: 'name', sort: true },
          { field: 'rubric' },
          { field: 'opensOn', sort: true, width: 110 },
          { field: 'closesOn', sort: true, width: 110 },
          { field: 'state', sort: true, width: 90 },
        ]}
        filters={[{ kind: 'enum', field: 'state' }]}
        defaultSort={{ field: 'opensOn', order: 'desc' }}
        empty={{
          zh: '还没有测评轮次。先启用一个测评体系,再新建轮次。',
          en: 'No round yet. Adopt a rubric first, then make a round.',
        }}
      />
    </Page>
  );
}

export { RoundList as Component };
