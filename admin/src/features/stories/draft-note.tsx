import { isEditable, machineOf } from '@jiedui/shared/workflow';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { dropDraft, readDraft } from '../../ui/draft/kept-draft';
import { useDraftKey } from './use-kept-form';

const words = {
  kept: {
    zh: '这台设备上有未保存的修改。',
    en: 'There are unsaved changes on this device.',
  },
  goOn: { zh: '继续编辑', en: 'Go on editing' },
  drop: { zh: '放弃修改', en: 'Discard' },
};

/** Says that something was typed and not saved, so that nobody takes the page for it. */
export function DraftNote({ row }: { row: Row }) {
  const { say } = useWords();
  const { role } = useAccess();
  const key = useDraftKey(row.id);
  const [there, setThere] = useState(false);
  useEffect(() => {
    let gone = false;
    void readDraft(key).then((draft) => gone || setThere(draft !== null));
    return () => {
      gone = true;
    };
  }, [key]);
  if (!there || !isEditable(machineOf('story'), row.state, role)) return null;
  const drop = () => {
    dropDraft(key);
    setThere(false);
  };
  return (
    <Alert
      className="desk-note"
      type="warning"
      showIcon
      message={say(words.kept)}
      action={
        <>
          <Link to={`/stories/${row.id}/edit`}>{say(words.goOn)}</Link>{' '}
          <Button size="small" onClick={drop}>
            {say(words.drop)}
          </Button>
        </>
      }
    />
  );
}
