export {
  type AppealFacts,
  acceptsEvidence,
  appealDeadline,
  appealRefused,
  awaitsReviewer,
  DEFAULT_APPEAL_DAYS,
  FILED_APPEAL_STATES,
  isUnderReview,
  lockedAppealFields,
  REVIEWER_ROLES,
  type ReviewerFacts,
  refusingRefused,
  reviewerRefused,
  wasAmended,
} from './appeal';
export {
  type Bulletin,
  type BulletinParagraph,
  type BulletinSection,
  type BulletinSentence,
  type BulletinTable,
  bulletinOf,
  type StaleSentence,
  sentencesOf,
  staleness,
} from './bulletin';
export { type BulletinCorrection, type BulletinFacts, correctionFrom } from './bulletin-facts';
export { type BulletinQuery, type BulletinQueryName, periodInChinese } from './bulletin-queries';
export {
  CALIBRATION_RATERS,
  type CalibrationAgreement,
  type CalibrationFeedback,
  calibrationAgreement,
  calibrationFeedback,
  caseReopenRefused,
  comparesCase,
  owesUnit,
  tellsCalibration,
} from './calibration';
export { type CaseScorer, overlapWords, scoringTwice } from './calibration-overlap';
export type { FrozenRound, RosterUnit } from './frozen-round';
export { lettered } from './lettered';
export {
  CHANGED_ANSWER_STATES,
  type GivenPoints,
  mayDisclose,
  othersGiven,
  type Spread,
  spreadsOf,
  type TalkSubject,
  takesAnswers,
  talkEndRefused,
  talkRefused,
  talkSubject,
  UNSETTLED_TALK_STATES,
} from './moderation';
export {
  classesOf,
  inputsHashOf,
  type OutcomeDifference,
  outcomeDifferences,
  outcomeHashOf,
  outcomeOf,
  scoreOf,
  type UnitInputs,
  type UnitOutcome,
} from './outcome';
export { type PlannedPair, planAssignments } from './plan-assignments';
export {
  type EvaluatorTies,
  RECUSAL_WORDS,
  type RecusalGround,
  recusalGround,
  type UnitTies,
} from './recusal';
export { planReplacements, replacementWords } from './replacements';
export {
  type Correction,
  correctedInputs,
  correctionProblems,
  type MovedUnit,
  movedUnits,
  OWN_FIGURE,
  ownFigureKey,
  type Place,
  placeOf,
  replayOutcome,
  replayStatistics,
} from './replay';
export {
  acceptsAdditions,
  acceptsFigures,
  acceptsPlanning,
  acceptsScores,
  COUNTED_SHEET_STATES,
  countsInResult,
  FIGURE_ROUND_STATES,
  LEFT_SHEET_STATES,
  lastReturn,
  mayOpenWith,
  RECUSED_SHEET_STATES,
  USABLE_RUBRIC_STATES,
  WITHDRAWN_SHEET_STATES,
  wasLeft,
  wasRecused,
  wasReturned,
} from './scoring-window';
export { isPartyOf, partyRole, rolesOfSource } from './sources';
export { type Lift, type LostPoints, type Standing, standingOf } from './standing';
export { type RoundStatistics, statisticsOf } from './statistics';
export {
  type Agreement,
  type AskedSheet,
  COMPARED_SOURCE,
  DISAGREEMENT_PERCENT,
  type Moderation,
  type Trust,
  type TrustOptions,
  trustOf,
} from './trust';
export { type UnitReport, type UnitReportFacts, unitReportOf } from './unit-report';
export { type WhatIfCause, type WhatIfPlace, type WhatIfRow, whatIf } from './what-if';
export {
  type Extension,
  extended,
  extendedFrom,
  extensionProblem,
  outsideWindow,
  readWindows,
  type SourceWindow,
  type SourceWindows,
  sourcesExtended,
  windowOf,
  windowProblems,
} from './windows';
