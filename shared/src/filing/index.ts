export { addendumRefused, FILED, type Filed, receivedStates } from './addendum';
export { type Cutoff, cutoffSchema, type FilingPeriod, ONCE, periodOf, periodsOf } from './cutoff';
export {
  daysLeft,
  FILING_STANDINGS,
  type FilingDue,
  type FilingStanding,
  lateDays,
  STANDING_WORDS,
  standingOf,
} from './due';
export {
  type FilingMetric,
  filingFigures,
  NO_STANDINGS,
  type StandingCounts,
} from './figures';
export { type Origin, receivesFrom } from './forward';
export {
  type AppliesTo,
  appliesToOf,
  appliesToSchema,
  type FilingParty,
  owedBy,
  PARTY_KINDS,
  type PartyKind,
} from './obliged';
export { ownParty } from './own-party';
export { receiptNumber } from './receipt';
export {
  ANY_FILING,
  FILE_KINDS,
  type FileKind,
  type FilingRules,
  filingRulesSchema,
  MOST_FILES,
  MOST_MEGABYTES,
  rulesOf,
} from './rules';
export {
  checkFiling,
  type FiledFile,
  type Filing,
  type FilingProblem,
  kindOf,
  refusedFile,
  rulesWords,
  storedFile,
} from './validate';
