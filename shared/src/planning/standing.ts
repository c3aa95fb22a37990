import { MACHINES } from '../workflow';

/** States before an activity took place, or in which it came to nothing. */
const NOT_HELD: readonly string[] = ['planned', 'cleared', 'announced', 'cancelled'];

/** The states of an activity that took place. */
export const HAPPENED_STATES: readonly string[] = MACHINES.activity.states.filter(
  (state) => !NOT_HELD.includes(state),
);

/** How many are planned for a month and a category, are in the schedule, took place and are verified. */
export type PlanCounts = { planned: number; scheduled: number; held: number; verified: number };

/**
 * How a plan stands in a month and a category. `missed`: planned and not held, once the month is over; until then
 * the same are `open`. What is held beyond the plan is `extra`.
 */
export function planStanding({ planned, held }: PlanCounts, monthOver: boolean) {
  const short = Math.max(0, planned - held);
  return {
    missed: monthOver ? short : 0,
    open: monthOver ? 0 : short,
    extra: Math.max(0, held - planned),
  };
}
