export { type AlphaBasis, type AlphaResult, krippendorffAlpha } from './alpha';
export { MEASUREMENT_LEVELS, type MeasurementLevel } from './alpha-metrics';
export { type Component, components, type Visit, type VisitGraph } from './connectivity';
export { type AskedScore, type RoundCoverage, roundCoverage, type ScoreTally } from './coverage';
export { type Disagreement, disagreements, type ScoredCell, type SpreadEnd } from './disagreements';
export {
  type Generalizability,
  type GeneralizabilityResult,
  generalizability,
  type VarianceComponents,
} from './generalizability';
export { completeBlock, type IccForms, type IccResult, icc, type MeanSquares } from './icc';
export { joiningVisits, joiningWords } from './joining-visits';
export { seededOrder } from './random';
export {
  type Progress,
  type RankInterval,
  type RankIntervalOptions,
  type RankIntervalResult,
  type RankIntervals,
  rankIntervals,
  runToEnd,
} from './rank-intervals';
export { type Rating, type RatingTable, ratingTable, type UnitValues, unitValues } from './ratings';
export { REFUSAL_WORDS, type Refusal, type RefusalReason } from './refusal';
export {
  type AdjustedScore,
  type RaterSeverity,
  type SeverityFit,
  type SeverityResult,
  severityFit,
} from './severity';
export { DEFAULT_LAMBDA } from './shrinkage';
export {
  type ReliabilityVerdict,
  reliabilityVerdict,
  shownCoefficient,
  type Verdict,
} from './verdict';
