import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { NewRecord } from '../../ui/list/new-record';
import { Page } from '../../ui/page';
import { useView, ViewSwitch } from '../../ui/view-switch';
import { STATION_FORM } from './station-fields';
import { StationList } from './station-list';
import { StationTree } from './station-tree';

function StationHome() {
  const stationModel = useModel('stations');
  const { say } = useWords();
  const navigate = useNavigate();
  const views = [
    { key: 'tree', label: say({ zh: '层级', en: 'Tree' }) },
    { key: 'list', label: say({ zh: '列表', en: 'List' }) },
  ];
  const view = useView(views);
  return (
    <Page
      title={say({ zh: '文明实践阵地', en: 'Civic-practice sites' })}
      actions={
        <>
          <ViewSwitch views={views} label={say({ zh: '显示方式', en: 'View' })} />
          <NewRecord
            model={stationModel}
            label={say({ zh: '新建阵地', en: 'New site' })}
            fields={STATION_FORM}
            preset={{ civilityArea: true }}
            onCreated={(row) => void navigate(`/stations/${row.id}`)}
          />
        </>
      }
    >
      {view === 'list' ? <StationList /> : <StationTree />}
    </Page>
  );
}

export { StationHome as Component };
