import { TOLD_ACTIVITY_STATES } from '@jiedui/shared/story';
import { Button } from 'antd';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useProposeStory } from './use-propose';

/** From an activity that has been reported to a story about it. */
export function WriteStory({ activity }: { activity: Row }) {
  const { say } = useWords();
  const { may } = useAccess();
  const { busy, propose } = useProposeStory();
  if (!may('create', 'stories') || !TOLD_ACTIVITY_STATES.includes(String(activity.state))) return null;
  return (
    <Button loading={busy} onClick={() => void propose(activity.id)}>
      {say({ zh: '从活动写稿', en: 'Write a story of it' })}
    </Button>
  );
}
