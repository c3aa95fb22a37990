import { Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { RecordPage, type RecordTab, useEditable } from '../../ui/record/record-page';
import { CommentsTab } from './comments-tab';
import { PhotosTab } from './photos-tab';
import { PreviewTab } from './preview-tab';
import { StorySteps } from './story-steps';
import { StoryText } from './story-text';
import { VersionsTab } from './versions-tab';
import './stories.css';

const words = {
  back: { zh: '稿件', en: 'Stories' },
  text: { zh: '稿件', en: 'Story' },
  pictures: { zh: '图片与同意', en: 'Pictures and consent' },
  preview: { zh: '预览', en: 'Preview' },
  versions: { zh: '版本', en: 'Versions' },
  comments: { zh: '意见', en: 'Comments' },
  edit: { zh: '编辑稿件', en: 'Edit the story' },
};

/** No more than what the office has added: the story itself is written on a page of its own. */
const OWN_FORM: string[] = [];

function Actions({ row }: { row: Row }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const editable = useEditable(useModel('stories'))(row);
  return (
    <>
      {editable && (
        <Button onClick={() => void navigate(`/stories/${row.id}/edit`)}>{say(words.edit)}</Button>
      )}
      <StorySteps row={row} />
    </>
  );
}

function StoryPage() {
  const storyModel = useModel('stories');
  const { say } = useWords();
  const { may } = useAccess();
  const { id = '' } = useParams();
  const tabs = (row: Row): RecordTab[] => [
    { key: 'facts', label: say(words.text), content: <StoryText row={row} /> },
    { key: 'pictures', label: say(words.pictures), content: <PhotosTab row={row} /> },
    { key: 'preview', label: say(words.preview), content: <PreviewTab row={row} /> },
    { key: 'versions', label: say(words.versions), content: <VersionsTab row={row} /> },
    ...(may('read', 'story-comments')
      ? [{ key: 'comments', label: say(words.comments), content: <CommentsTab row={row} /> }]
      : []),
  ];
  return (
    <RecordPage
      model={storyModel}
      id={id}
      back={{ to: '/stories', label: say(words.back) }}
      editFields={OWN_FORM}
      actions={(row) => <Actions row={row} />}
      tabs={tabs}
    />
  );
}

export { StoryPage as Component };
