import { acceptsFigures } from '@jiedui/shared/round';
import { Alert } from 'antd';
import { useParams } from 'react-router';
import { labelOf } from '../../models/model';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { asLinked, linkedName } from '../../providers/row';
import { ErrorNotice } from '../../ui/notices';
import { Facts } from '../../ui/record/facts';
import { Files } from '../../ui/record/files';
import { RecordPage, useEditable } from '../../ui/record/record-page';
import { useRecord } from '../../ui/use-record';
import { useRoundState } from '../../ui/use-round-state';
import { FIGURE_FORM } from './figure-fields';
import { FigureWords } from './figure-words';
import './figures.css';
import { RoundPicker } from './round-picker';

const FACTS = ['round', 'unit', 'metric', 'numerator', 'denominator', 'invited', 'value', 'method', 'reason'];

const CLOSED = {
  zh: '本轮已截止,数据不能再修改、删除。',
  en: 'The round is closed: its figures are neither changed nor deleted.',
};

function FigureFacts({ row }: { row: Row }) {
  const model = useModel('metric-entries');
  const { say } = useWords();
  const { may } = useAccess();
  const editable = useEditable(model);
  const { roundState, error, refetch } = useRoundState(asLinked(row.round)?.documentId);
  const open = acceptsFigures(roundState);
  return (
    <div className="panel">
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {roundState && !open && may('update', model.path) && (
        <Alert type="info" showIcon className="figure-closed" message={say(CLOSED)} />
      )}
      <p>
        <FigureWords row={row} />
      </p>
      <Facts
        model={model}
        row={row}
        fields={FACTS.filter((field) => row[field] !== null && row[field] !== undefined)}
      />
      <h3>{say(labelOf(model, 'document'))}</h3>
      <Files model={model} row={row} field="document" editable={open && editable(row)} />
    </div>
  );
}

/** One figure that the office has entered, as it counts, with the document behind it. */
function FigurePage() {
  const model = useModel('metric-entries');
  const { say } = useWords();
  const { id = '' } = useParams();
  const { row: figure } = useRecord(model, id);
  const { roundState } = useRoundState(asLinked(figure?.round)?.documentId);
  return (
    <RecordPage
      model={model}
      id={id}
      back={{ to: '/metric-entries', label: say({ zh: '群众和督查数据', en: 'Entered figures' }) }}
      title={(row) => linkedName(asLinked(row.unit))}
      editFields={FIGURE_FORM}
      editControls={{ round: <RoundPicker /> }}
      open={() => acceptsFigures(roundState)}
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
