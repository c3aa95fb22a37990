import { missingOnMaterial } from '@jiedui/shared/activity';
import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { Facts } from '../../ui/record/facts';
import { Files } from '../../ui/record/files';
import { RecordPage, useEditable } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';

const FORM = ['kind', 'title', 'showsTheme', 'showsHost', 'showsTime', 'note'];
const FACTS = ['activity', ...FORM, 'reviewedAt', 'reviewedBy'];

function MaterialBody({ row }: { row: Row }) {
  const model = useModel('activity-materials');
  const { say } = useWords();
  const editable = useEditable(model)(row);
  const shown = {
    showsTheme: row.showsTheme === true,
    showsHost: row.showsHost === true,
    showsTime: row.showsTime === true,
  };
  return (
    <div className="page-grid">
      <section className="panel">
        <Facts model={model} row={row} fields={FACTS} />
        <h3>{say({ zh: '设计稿', en: 'Design' })}</h3>
        <Files model={model} row={row} field="files" editable={editable} />
      </section>
      <section className="panel no-print">
        <h2>{say({ zh: '审核', en: 'Review' })}</h2>
        <StateSteps
          model={model}
          row={row}
          unmet={(gate) => (gate === 'material' ? missingOnMaterial(shown).map(({ words }) => words) : [])}
          none={say({ zh: '当前没有需要您办理的步骤。', en: 'There is no step for you now.' })}
        />
      </section>
    </div>
  );
}

function MaterialPage() {
  const model = useModel('activity-materials');
  const { say } = useWords();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={model}
      id={id}
      back={{ to: '/activity-materials', label: say({ zh: '宣传物料', en: 'Materials' }) }}
      editFields={FORM}
      tabs={(row) => [
        { key: 'facts', label: say({ zh: '基本信息', en: 'Facts' }), content: <MaterialBody row={row} /> },
      ]}
    />
  );
}

export { MaterialPage as Component };
