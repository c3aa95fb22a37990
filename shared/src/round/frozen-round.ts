import type { JudgedPeriod } from '../metric';
import type { Rubric, SourceCode } from '../rubric';

/** A unit of a round as it was called when the round opened. */
export type RosterUnit = { documentId: string; name: string; unitClass: string };

/** What opening a round pins: results are only ever computed from this. Its hash is the round's fingerprint. */
export type FrozenRound = {
  engineVersion: string;
  rubric: Rubric;
  roster: RosterUnit[];
  /** The days whose records are judged; rounds that were opened before this was frozen have none. */
  period?: JudgedPeriod;
  assignments: { evaluator: string; unit: string; source: SourceCode }[];
};
