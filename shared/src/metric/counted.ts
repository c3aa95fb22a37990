import { MACHINES } from '../workflow';

/** The states of projects that stand in the library, for queries. */
export const LISTED_PROJECT_STATES = [MACHINES.project.transitions.list.to] as const;

/** The states of stories that are out, for queries. */
export const PUBLISHED_STORY_STATES = [MACHINES.story.transitions.publish.to] as const;

/** The states of activities that came to nothing, for queries: nothing is asked of them. */
export const CANCELLED_ACTIVITY_STATES = [MACHINES.activity.transitions.cancel.to] as const;
