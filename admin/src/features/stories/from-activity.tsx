import { TOLD_ACTIVITY_STATES } from '@jiedui/shared/story';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { RelationSelect } from '../../ui/list/relation-select';
import { useProposeStory } from '../../ui/story/use-propose';

const words = {
  open: { zh: '从活动写稿', en: 'From an activity' },
  activity: { zh: '活动', en: 'Activity' },
  how: {
    zh: '选择已报送的活动。时间、地点、人数、小结和照片会自动带入稿件。',
    en: 'Choose an activity that has been reported; its facts and photos come along.',
  },
  write: { zh: '写稿', en: 'Write' },
  cancel: { zh: '取消', en: 'Cancel' },
};

const TOLD = [{ field: 'state', operator: 'in' as const, value: [...TOLD_ACTIVITY_STATES] }];

/** Chooses the activity that a story is to tell of. */
export function FromActivity() {
  const { say } = useWords();
  const { may } = useAccess();
  const { busy, propose } = useProposeStory();
  const [open, setOpen] = useState(false);
  const [activity, setActivity] = useState<string | null>(null);
  const write = async () => {
    if (activity && (await propose(activity))) setOpen(false);
  };
  if (!may('create', 'stories') || !may('read', 'activities')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(words.open)}</Button>
      {open && (
        <Modal
          open
          title={say(words.open)}
          okText={say(words.write)}
          cancelText={say(words.cancel)}
          okButtonProps={{ disabled: !activity, loading: busy }}
          onCancel={() => setOpen(false)}
          onOk={() => void write()}
        >
          <p className="muted">{say(words.how)}</p>
          <RelationSelect
            target="activities"
            className="full-width"
            ariaLabel={say(words.activity)}
            filters={TOLD}
            value={activity}
            onChange={(value) => setActivity(typeof value === 'string' ? value : null)}
          />
        </Modal>
      )}
    </>
  );
}
