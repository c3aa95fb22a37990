import type { EventInput } from '@fullcalendar/core';
import type { ClashReason } from '@jiedui/shared/activity';
import { dayOf, type Instant, instantAt, timeOf } from '@jiedui/shared/calendar';

type Named = { documentId: string; name: string } | null;

/** An activity as the calendar reads it. */
export type CalendarActivity = {
  documentId: string;
  rev: number;
  title: string;
  startsAt: Instant;
  endsAt: Instant;
  venue: string | null;
  firstAidOfficer: string | null;
  state: string;
  category: Named;
  unit: Named;
  station: Named;
  pairing: { unitContact: string | null; stationContact: string | null } | null;
  /** What it shares with another activity at the same time. */
  clashes: ClashReason[];
};

export type DayCount = { day: string; count: number; states: Record<string, number> };

/** What stands behind an entry of the calendar. */
export type Entry = { activity: CalendarActivity } | { counted: DayCount };

// The calendar is told wall times of the district as if they were UTC, so that it shows the same wherever it is read.
const wall = (instant: Instant): string => `${dayOf(instant)}T${timeOf(instant)}:00Z`;

/** The moment that the calendar means by a date of its own. */
export function instantOfWall(date: Date): Instant {
  const text = date.toISOString();
  return instantAt(text.slice(0, 10), text.slice(11, 16));
}

export const wallNow = wall;

export const activityEvent = (activity: CalendarActivity, movable: boolean): EventInput => ({
  id: activity.documentId,
  title: activity.title,
  start: wall(activity.startsAt),
  end: wall(activity.endsAt),
  editable: movable,
  extendedProps: { activity } satisfies Entry,
});

export const countEvent = (counted: DayCount): EventInput => ({
  id: counted.day,
  title: counted.day,
  start: counted.day,
  allDay: true,
  editable: false,
  extendedProps: { counted } satisfies Entry,
});

/** The hours between which the activities of a week lie, at least those of a working day. */
export function hoursOf(activities: readonly CalendarActivity[]): { from: number; to: number } {
  const starts = activities.map(({ startsAt }) => Number(timeOf(startsAt).slice(0, 2)));
  const ends = activities.map(({ startsAt, endsAt }) =>
    dayOf(startsAt) === dayOf(endsAt) ? Math.ceil(minutesOf(timeOf(endsAt)) / 60) : 24,
  );
  return { from: Math.min(8, ...starts), to: Math.max(18, ...ends) };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
