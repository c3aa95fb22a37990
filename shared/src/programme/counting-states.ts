import { MACHINES } from '../workflow';
import type { CadenceEvidence } from './cadence-rule';

/** States of an activity in which its site has not agreed, or in which it came to nothing. */
const NOT_AGREED: readonly string[] = ['planned', 'cancelled'];

const COUNTING: Record<CadenceEvidence, readonly string[]> = {
  verified: ['verified'],
  agreed: MACHINES.activity.states.filter((state) => !NOT_AGREED.includes(state)),
};

/** The states in which an activity counts for a rule, by what the rule takes as evidence. */
export const statesThatCount = (evidence: CadenceEvidence): readonly string[] => COUNTING[evidence];
