import { MACHINES } from '../workflow';

/** The states of projects that stand in the library, for queries. */
export const LISTED_PROJECT_STATES = [MACHINES.project.transitions.list.to] as const;

/** The states of stories that are out, for queries; while a correction is written, what was published stays. */
export const PUBLISHED_STORY_STATES = [
  'published',
  'correcting',
  'corrected',
] as const satisfies readonly (typeof MACHINES.story.states)[number][];

/** The states of activities that came to nothing, for queries: nothing is asked of them. */
export const CANCELLED_ACTIVITY_STATES = [MACHINES.activity.transitions.cancel.to] as const;

/** The states of placements that count, for queries: somebody of the desk has seen them. */
export const COUNTED_PLACEMENT_STATES = [MACHINES['media-placement'].transitions.verify.to] as const;
