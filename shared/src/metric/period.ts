import type { Day } from '../calendar';

/** The days whose records a round judges; without a first day all that came before counts, too. */
export type JudgedPeriod = { from: Day | null; to: Day };

type Round = { judgesFrom?: Day | null; judgesTo?: Day | null; closesOn: Day };

/**
 * What a round judges: the days that the office has set for it, else from the beginning of its programme to its own
 * last day.
 */
export const judgedPeriod = (round: Round, programme: { startsOn: Day } | null): JudgedPeriod => ({
  from: round.judgesFrom ?? programme?.startsOn ?? null,
  to: round.judgesTo ?? round.closesOn,
});

/** A day before all records, for queries of a period without a first day. */
export const FIRST_DAY: Day = '1900-01-01';
