import { MACHINES } from '../workflow';

/** States in which nothing has happened yet, or nothing will. */
const NOT_HELD: readonly string[] = ['planned', 'cleared', 'announced', 'cancelled'];

/** The states in which an activity has taken place and so serves its 创文 indicators. */
export const COVERING_STATES: readonly string[] = MACHINES.activity.states.filter(
  (state) => !NOT_HELD.includes(state),
);
