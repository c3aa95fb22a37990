import { MACHINES } from '../workflow';

const { publish, republish, correct } = MACHINES.story.transitions;

/** Who keeps the paper: whoever may bring a story out. */
export const STORY_DESK = publish.by;

/** As whom a story comes out by itself at its time: the first of the desk. */
export const [SCHEDULE_ROLE] = STORY_DESK;

/** The steps by which a story comes out, as its versions name them. */
export const RELEASING_STEPS = [
  'publish',
  'republish',
] as const satisfies readonly (keyof typeof MACHINES.story.transitions)[];

/** Where a story goes whose correction is given up: back to how it was out before. */
export function stateBeforeCorrection({
  correctedAt,
}: {
  correctedAt?: unknown;
}): (typeof correct.from)[number] {
  return correctedAt ? republish.to : publish.to;
}
