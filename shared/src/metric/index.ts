export {
  CANCELLED_ACTIVITY_STATES,
  COUNTED_PLACEMENT_STATES,
  LISTED_PROJECT_STATES,
  PUBLISHED_STORY_STATES,
} from './counted';
export {
  type EntryFault,
  entryFaults,
  entryFigure,
  entryInterval,
  LEAST_ANSWERS,
  type MetricEntry,
  responseRate,
} from './entry';
export {
  countFigure,
  type Figure,
  type Figures,
  figureValues,
  figureWords,
  originWords,
  rateFigure,
} from './figure';
export { FIRST_DAY, type JudgedPeriod, judgedPeriod } from './period';
export {
  ENTERED_METRICS,
  type EnteredMetric,
  isEntered,
  isMetric,
  METRIC_KEYS,
  METRICS,
  type Metric,
  type MetricKey,
  type MetricRecords,
  metricNamed,
  metricOf,
  metricWords,
} from './registry';
