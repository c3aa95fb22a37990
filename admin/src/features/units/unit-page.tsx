import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { ActivityTable } from '../../ui/lists/activity-table';
import { PairingTable } from '../../ui/lists/pairing-table';
import { Facts } from '../../ui/record/facts';
import { RecordPage } from '../../ui/record/record-page';
import { UNIT_FORM } from './unit-fields';
import { UnitReports } from './unit-reports';
import { UnitStories } from './unit-stories';

const FACTS = ['unitClass', 'resident', 'department', 'leader', 'aliases', 'note'];

function UnitPage() {
  const unitModel = useModel('units');
  const { say } = useWords();
  const { may, has } = useAccess();
  const { id = '' } = useParams();
  const ofUnit = [{ field: 'unit.documentId', operator: 'eq' as const, value: id }];
  return (
    <RecordPage
      model={unitModel}
      id={id}
      back={{ to: '/units', label: say({ zh: '单位', en: 'Units' }) }}
      editFields={UNIT_FORM}
      tabs={(row) => [
        {
          key: 'facts',
          label: say({ zh: '基本信息', en: 'Facts' }),
          content: (
            <div className="panel">
              <Facts model={unitModel} row={row} fields={FACTS} />
            </div>
          ),
        },
        ...(may('read', 'pairings')
          ? [
              {
                key: 'pairings',
                label: say({ zh: '结对', en: 'Pairings' }),
                content: <PairingTable fixed={ofUnit} hide="unit" />,
              },
            ]
          : []),
        ...(may('read', 'activities')
          ? [
              {
                key: 'activities',
                label: say({ zh: '活动', en: 'Activities' }),
                content: <ActivityTable fixed={ofUnit} hide="unit" />,
              },
            ]
          : []),
        ...(has('readStories') && may('read', 'stories')
          ? [
              {
                key: 'stories',
                label: say({ zh: '稿件', en: 'Stories' }),
                content: <UnitStories unit={id} />,
              },
            ]
          : []),
        ...(has('readFilings') && may('read', 'reports')
          ? [
              {
                key: 'reports',
                label: say({ zh: '报送', en: 'Reports' }),
                content: <UnitReports unit={id} />,
              },
            ]
          : []),
      ]}
    />
  );
}

export { UnitPage as Component };
