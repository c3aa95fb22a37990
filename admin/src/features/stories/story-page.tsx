import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { Facts } from '../../ui/record/facts';
import { RecordPage } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import { STORY_FORM } from './story-fields';

function StoryBody({ row }: { row: Row }) {
  const storyModel = useModel('stories');
  return (
    <section className="panel">
      <Facts model={storyModel} row={row} fields={[...STORY_FORM.slice(1), 'releasedAt']} />
    </section>
  );
}

function StoryPage() {
  const storyModel = useModel('stories');
  const { say } = useWords();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={storyModel}
      id={id}
      back={{ to: '/stories', label: say({ zh: '稿件', en: 'Stories' }) }}
      editFields={STORY_FORM}
      actions={(row) => <StateSteps model={storyModel} row={row} />}
      tabs={(row) => [
        { key: 'facts', label: say({ zh: '稿件', en: 'Story' }), content: <StoryBody row={row} /> },
      ]}
    />
  );
}

export { StoryPage as Component };
