export { type DeadlineEntry, deadlineEntries, type FocusWeekStrip, focusWeekStrip } from './calendar-strip';
export { dueOf, filtersOf, routeOf, specialRouteOf } from './card-query';
export { cardsOf, partiesSeenBy, specialCardsOf, WORK_CARDS } from './cards';
export {
  earliestDay,
  LOOK_AHEAD,
  toCadenceActivity,
  type WaitingCell,
  type WorkActivity,
  waitingCells,
} from './coming-due';
export type { DutyCard, ListCard, SpecialCard, StoryDutyCard, WorkCard } from './work-card';
