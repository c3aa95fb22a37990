import { addDays, compareInstants, dayOf, type Instant } from '../calendar';
import { MACHINES } from '../workflow';

/** 事前公开发布: how the public notice of an activity stands. */
export const NOTICE_STATES = ['inTime', 'short', 'late', 'missed', 'pending'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Days before the day of an activity by which it is published, where the programme does not say (ours). */
export const DEFAULT_NOTICE_DAYS = 1;

type Announced = { startsAt: Instant; announcedAt?: Instant | null; state?: unknown };

/**
 * The plan has sites publish an activity before it happens (四, 各结对所站, 三); how many days before is the
 * programme's `noticeDays`, counted in days on the district's calendar. `inTime` published by then, `short` later but
 * before the start, `late` at or after it, `pending` not published and not begun, `missed` begun without notice.
 * Null for a cancelled activity, which owes no notice. Throws RangeError for a malformed instant.
 */
export function noticeState(
  { startsAt, announcedAt, state }: Announced,
  now: Instant,
  noticeDays: number = DEFAULT_NOTICE_DAYS,
): NoticeState | null {
  if (state === 'cancelled') return null;
  if (!announcedAt) return compareInstants(now, startsAt) < 0 ? 'pending' : 'missed';
  if (compareInstants(announcedAt, startsAt) >= 0) return 'late';
  return dayOf(announcedAt) <= addDays(dayOf(startsAt), -noticeDays) ? 'inTime' : 'short';
}

const NOT_PUBLIC: readonly string[] = ['planned', 'cleared'];

/** The states in which an activity that was announced stands on its site's public page; a cancelled one says so. */
export const PUBLIC_STATES: readonly string[] = MACHINES.activity.states.filter(
  (state) => !NOT_PUBLIC.includes(state),
);

/** What the public is told of where an activity stands; what happens to its report is nobody else's business. */
export type PublicStage = 'coming' | 'over' | 'cancelled';

/** The stage of a public activity. Throws RangeError for a malformed instant. */
export function publicStage(
  { endsAt, state }: { endsAt: Instant; state: unknown },
  now: Instant,
): PublicStage {
  if (state === 'cancelled') return 'cancelled';
  return compareInstants(now, endsAt) < 0 ? 'coming' : 'over';
}

/** Kinds of venue that are somebody's home: which one is not for the public. */
const PRIVATE_VENUES: readonly string[] = ['home'];

export const isPrivateVenue = (venueKind: unknown): boolean => PRIVATE_VENUES.includes(String(venueKind));
