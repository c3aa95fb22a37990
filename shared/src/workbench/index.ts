export { type DeadlineEntry, deadlineEntries, type FocusWeekStrip, focusWeekStrip } from './calendar-strip';
export { dueOf, filtersOf, routeOf } from './card-query';
export { cardsOf, partiesSeenBy, WORK_CARDS } from './cards';
export {
  earliestDay,
  LOOK_AHEAD,
  toCadenceActivity,
  type WaitingCell,
  type WorkActivity,
  waitingCells,
} from './coming-due';
export type { ListCard, SpecialCard, WorkCard } from './work-card';
