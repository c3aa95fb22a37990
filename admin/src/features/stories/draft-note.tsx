import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { dropDraft, readDraft } from '../../ui/draft/kept-draft';
import { useEditable } from '../../ui/record/record-page';
import { DiscardButton } from './discard-button';
import { useDraftKey } from './use-kept-form';

const words = {
  kept: {
    zh: '这台设备上有未保存的修改。',
    en: 'There are unsaved changes on this device.',
  },
  goOn: { zh: '继续编辑', en: 'Go on editing' },
  closed: {
    zh: '这台设备上有未保存的修改,但这篇稿件现在不能编辑。',
    en: 'There are unsaved changes on this device, but this story cannot be edited now.',
  },
  look: { zh: '查看', en: 'Look at them' },
};

/** Says that something was typed and not saved, so that nobody takes the page for it. */
export function DraftNote({ row }: { row: Row }) {
  const { say } = useWords();
  const editable = useEditable(useModel('stories'))(row);
  const key = useDraftKey(row.id);
  const [there, setThere] = useState(false);
  useEffect(() => {
    let gone = false;
    void readDraft(key).then((draft) => gone || setThere(draft !== null));
    return () => {
      gone = true;
    };
  }, [key]);
  if (!there) return null;
  const drop = () => {
    dropDraft(key);
    setThere(false);
  };
  return (
    <Alert
      className="desk-note"
      type="warning"
      showIcon
      message={say(editable ? words.kept : words.closed)}
      action={
        <>
          <Link to={`/stories/${row.id}/edit`}>{say(editable ? words.goOn : words.look)}</Link>{' '}
          <DiscardButton size="small" onDiscard={drop} />
        </>
      }
    />
  );
}
