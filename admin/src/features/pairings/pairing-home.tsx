import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { NewRecord } from '../../ui/list/new-record';
import { Page } from '../../ui/page';
import { useView, ViewSwitch } from '../../ui/view-switch';
import { PAIRING_FORM } from './pairing-fields';
import { PairingList } from './pairing-list';
import { PairingMatrix } from './pairing-matrix';
import { StationPicker } from './station-picker';

function PairingHome() {
  const pairingModel = useModel('pairings');
  const { say } = useWords();
  const navigate = useNavigate();
  const views = [
    { key: 'list', label: say({ zh: '列表', en: 'List' }) },
    { key: 'matrix', label: say({ zh: '矩阵', en: 'Matrix' }) },
  ];
  const view = useView(views);
  return (
    <Page
      title={say({ zh: '结对', en: 'Pairings' })}
      actions={
        <>
          <ViewSwitch views={views} label={say({ zh: '显示方式', en: 'View' })} />
          <NewRecord
            model={pairingModel}
            label={say({ zh: '新建结对', en: 'New pairing' })}
            fields={PAIRING_FORM}
            controls={{ station: <StationPicker /> }}
            onCreated={(row) => void navigate(`/pairings/${row.id}`)}
          />
        </>
      }
    >
      {view === 'matrix' ? <PairingMatrix /> : <PairingList />}
    </Page>
  );
}

export { PairingHome as Component };
