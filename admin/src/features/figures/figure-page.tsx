import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { asLinked, linkedName } from '../../providers/row';
import { Facts } from '../../ui/record/facts';
import { Files } from '../../ui/record/files';
import { RecordPage, useEditable } from '../../ui/record/record-page';
import { FIGURE_FORM } from './figure-fields';
import { FigureWords } from './figure-words';

const FACTS = ['round', 'unit', 'metric', 'numerator', 'denominator', 'invited', 'value', 'method', 'reason'];

function FigureFacts({ row }: { row: Row }) {
  const model = useModel('metric-entries');
  const editable = useEditable(model);
  return (
    <div className="panel">
      <p>
        <FigureWords row={row} />
      </p>
      <Facts model={model} row={row} fields={FACTS} />
      <Files model={model} row={row} field="document" editable={editable(row)} />
    </div>
  );
}

/** One figure that the office has entered, as it counts, with the document behind it. */
function FigurePage() {
  const model = useModel('metric-entries');
  const { say } = useWords();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={model}
      id={id}
      back={{ to: '/metric-entries', label: say({ zh: '群众和督查数据', en: 'Entered figures' }) }}
      title={(row) => linkedName(asLinked(row.unit))}
      editFields={FIGURE_FORM}
      tabs={(row) => [
        {
          key: 'facts',
          label: say({ zh: '基本信息', en: 'Facts' }),
          content: <FigureFacts row={row} />,
        },
      ]}
    />
  );
}

export { FigurePage as Component };
