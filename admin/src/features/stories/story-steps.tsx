import type { Words } from '@jiedui/shared/text';
import { useModel } from '../../models/store';
import type { Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { StateSteps } from '../../ui/record/state-steps';
import { timeWords, unclearedWords } from './held-back';
import { useStoryPhotos } from './use-photos';

/** The steps of a story, each with what still holds it back. */
export function StorySteps({ row }: { row: Row }) {
  const model = useModel('stories');
  const { now } = useSession();
  const pictures = useStoryPhotos(row.id);
  const unmet = (gate: string): Words[] => [
    ...unclearedWords(row, pictures),
    ...(gate === 'storyScheduled' ? timeWords(row, now) : []),
  ];
  return <StateSteps model={model} row={row} unmet={unmet} />;
}
