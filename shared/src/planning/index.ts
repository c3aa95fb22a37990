export {
  checkScheduleItem,
  isTimeOfDay,
  type ScheduleField,
  type ScheduleProblem,
  type ScheduleRow,
} from './check-schedule';
export { type CopiedDay, dayInMonth } from './copy-day';
export { copyMonth } from './copy-month';
export {
  type CoverageKind,
  coverageSeenBy,
  DEPARTMENTS_WITHOUT_PLAN,
  LEVELS_WITH_PLAN,
  STATES_WITH_PLAN,
  WEEKLY_CLASSES,
} from './coverage';
export { type PlanRow, remainingRows } from './from-plan';
export { type Nameable, type PastedRow, type PastedSheet, readSchedule, SCHEDULE_SHEET } from './paste';
export { HAPPENED_STATES, type PlanCounts, planStanding } from './standing';
export { type TimelineEntry, timelineOf } from './timeline';
