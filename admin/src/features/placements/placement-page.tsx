import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { Facts } from '../../ui/record/facts';
import { Files } from '../../ui/record/files';
import { RecordPage, useEditable } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import { PLACEMENT_FORM } from './placement-fields';

const words = {
  back: { zh: '媒体刊发', en: 'Media placements' },
  facts: { zh: '刊发情况', en: 'Placement' },
  evidence: { zh: '佐证材料', en: 'Evidence' },
  note: {
    zh: '上传版面照片、网页截图或盖章的刊发证明。核实后计入统计和测评加分。',
    en: 'A photo of the page, a screenshot or a stamped proof. It counts once it is verified.',
  },
};

function Body({ row }: { row: Row }) {
  const model = useModel('media-placements');
  const { say } = useWords();
  const { writes } = useAccess();
  const editable = useEditable(model);
  return (
    <>
      <section className="panel">
        <Facts model={model} row={row} fields={[...PLACEMENT_FORM.slice(1), 'verifiedAt']} />
      </section>
      <section className="panel">
        <h2>{say(words.evidence)}</h2>
        <p className="muted">{say(words.note)}</p>
        <Files
          model={model}
          row={row}
          field="evidence"
          editable={editable(row) && writes('media-placements', 'evidence')}
        />
      </section>
    </>
  );
}

function PlacementPage() {
  const model = useModel('media-placements');
  const { say } = useWords();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={model}
      id={id}
      back={{ to: '/media-placements', label: say(words.back) }}
      editFields={PLACEMENT_FORM}
      actions={(row) => <StateSteps model={model} row={row} />}
      tabs={(row) => [{ key: 'facts', label: say(words.facts), content: <Body row={row} /> }]}
    />
  );
}

export { PlacementPage as Component };
