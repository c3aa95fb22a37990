import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { asLinked, linkedName } from '../../providers/row';
import { ActivityTable } from '../../ui/lists/activity-table';
import { LiaisonTable } from '../../ui/lists/liaison-table';
import { Facts } from '../../ui/record/facts';
import { RecordPage } from '../../ui/record/record-page';
import { PAIRING_FORM } from './pairing-fields';
import { StationPicker } from './station-picker';

function PairingPage() {
  const pairingModel = useModel('pairings');
  const { say } = useWords();
  const { may } = useAccess();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={pairingModel}
      id={id}
      back={{ to: '/pairings', label: say({ zh: '结对', en: 'Pairings' }) }}
      title={(row) => `${linkedName(asLinked(row.unit))} — ${linkedName(asLinked(row.station))}`}
      editFields={PAIRING_FORM}
      editControls={{ station: <StationPicker /> }}
      tabs={(row) => [
        {
          key: 'facts',
          label: say({ zh: '基本信息', en: 'Facts' }),
          content: (
            <div className="panel">
              <Facts model={pairingModel} row={row} fields={PAIRING_FORM} />
            </div>
          ),
        },
        ...(may('read', 'liaison-contents')
          ? [
              {
                key: 'liaison',
                label: say({ zh: '每周包联', en: 'Weekly liaison' }),
                content: <LiaisonTable pairing={id} />,
              },
            ]
          : []),
        ...(may('read', 'activities')
          ? [
              {
                key: 'activities',
                label: say({ zh: '活动', en: 'Activities' }),
                content: (
                  <ActivityTable
                    hide="both"
                    fixed={[
                      { field: 'unit.documentId', operator: 'eq', value: asLinked(row.unit)?.documentId },
                      {
                        field: 'station.documentId',
                        operator: 'eq',
                        value: asLinked(row.station)?.documentId,
                      },
                    ]}
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

export { PairingPage as Component };
