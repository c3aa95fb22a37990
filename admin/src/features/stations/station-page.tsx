import { mayHaveSitesBelow } from '@jiedui/shared/programme';
import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { RecordTable } from '../../ui/list/record-table';
import { ActivityTable } from '../../ui/lists/activity-table';
import { NewOffer, OfferTable } from '../../ui/lists/offer-table';
import { PairingTable } from '../../ui/lists/pairing-table';
import { Facts } from '../../ui/record/facts';
import { RecordPage } from '../../ui/record/record-page';
import { PublicLink } from './public-link';
import { STATION_FORM } from './station-fields';

const FACTS = ['level', 'town', 'parent', 'civilityArea', 'responsibleBody', 'leader', 'address', 'aliases'];

function ChildSites({ id }: { id: string }) {
  const stationModel = useModel('stations');
  return (
    <RecordTable
      model={stationModel}
      caption={{ zh: '下级阵地', en: 'Sites below' }}
      columns={['name', 'level', 'civilityArea', 'leader', 'address']}
      fixed={[{ field: 'parent.documentId', operator: 'eq', value: id }]}
      defaultSort={{ field: 'name', order: 'asc' }}
      inAddress={false}
      empty={{ zh: '没有下级阵地。', en: 'There are no sites below.' }}
    />
  );
}

function StationPage() {
  const stationModel = useModel('stations');
  const { say } = useWords();
  const { may } = useAccess();
  const { id = '' } = useParams();
  const ofStation = [{ field: 'station.documentId', operator: 'eq' as const, value: id }];
  return (
    <RecordPage
      model={stationModel}
      id={id}
      back={{ to: '/stations', label: say({ zh: '阵地', en: 'Sites' }) }}
      editFields={STATION_FORM}
      tabs={(row) => [
        {
          key: 'facts',
          label: say({ zh: '基本信息', en: 'Facts' }),
          content: (
            <div className="page-grid">
              <div>
                <div className="panel">
                  <Facts model={stationModel} row={row} fields={FACTS} />
                </div>
              </div>
              <div>
                <PublicLink station={row.id} />
              </div>
            </div>
          ),
        },
        ...(!mayHaveSitesBelow(row.level)
          ? []
          : [
              {
                key: 'children',
                label: say({ zh: '下级阵地', en: 'Sites below' }),
                content: <ChildSites id={id} />,
              },
            ]),
        ...(may('read', 'pairings')
          ? [
              {
                key: 'pairings',
                label: say({ zh: '结对', en: 'Pairings' }),
                content: <PairingTable fixed={ofStation} hide="station" />,
              },
            ]
          : []),
        ...(may('read', 'site-offers')
          ? [
              {
                key: 'offers',
                label: say({ zh: '资源', en: 'Offers' }),
                content: (
                  <>
                    <div className="offer-new">
                      <NewOffer station={id} />
                    </div>
                    <OfferTable fixed={ofStation} inAddress={false} />
                  </>
                ),
              },
            ]
          : []),
        ...(may('read', 'activities')
          ? [
              {
                key: 'activities',
                label: say({ zh: '活动', en: 'Activities' }),
                content: <ActivityTable fixed={ofStation} hide="station" />,
              },
            ]
          : []),
      ]}
    />
  );
}

export { StationPage as Component };
