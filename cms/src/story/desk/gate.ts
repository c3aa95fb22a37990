import { type FieldError, fieldError } from '@jiedui/shared/model';
import { readBlocks, releaseFaults, scheduleFaults, type TimeFault, unclearedOf } from '@jiedui/shared/story';
import { clock } from '../../clock';
import type { StepContext } from '../../guard/steps';
import { foreignPictures } from './images';
import { clearanceFacts } from './pictures';

/** What keeps a story from coming out: pictures that are not cleared, or a text that shows none of its own. */
export async function clearedGate({ trx, stored }: StepContext): Promise<FieldError[]> {
  const pictures = await clearanceFacts(trx, stored.id);
  const uncleared = pictures.flatMap(({ picture, facts }) =>
    unclearedOf(facts).map(({ field, words }) =>
      fieldError(['pictures', picture.documentId, field], 'GATE_NOT_MET', words),
    ),
  );
  const read = readBlocks(stored.values.content);
  const problems =
    'problems' in read ? read.problems : await foreignPictures(trx, stored.id, read.blocks ?? []);
  return [...uncleared, ...problems.map(({ words }) => fieldError(['content'], 'GATE_NOT_MET', words))];
}

const timesOf = ({ stored: { values } }: StepContext) => ({
  embargoUntil: values.embargoUntil as string | null,
  scheduledFor: values.scheduledFor as string | null,
  releasedAt: values.releasedAt as string | null,
});

const timeErrors = (faults: readonly TimeFault[]) =>
  faults.map(({ field, words }) => fieldError([field], 'GATE_NOT_MET', words));

export const releasedGate = async (step: StepContext): Promise<FieldError[]> => [
  ...timeErrors(releaseFaults(timesOf(step), clock().now())),
  ...(await clearedGate(step)),
];

export const scheduledGate = async (step: StepContext): Promise<FieldError[]> => [
  ...timeErrors(scheduleFaults(timesOf(step), clock().now())),
  ...(await clearedGate(step)),
];
