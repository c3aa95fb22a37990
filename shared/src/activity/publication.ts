import { compareInstants, type Instant } from '../calendar';

/** 事前公开发布: how the public notice of an activity stands. */
export type NoticeState = 'inTime' | 'late' | 'pending' | 'missed';

/**
 * The plan has sites publish an activity before it happens (四, 各结对所站, 三). `inTime` announced before the
 * start, `late` announced at or after it, `pending` not announced and not begun, `missed` begun without
 * notice. Null for a cancelled activity, which owes no notice. Throws RangeError for a malformed instant.
 */
export function noticeState(
  activity: { startsAt: Instant; announcedAt?: Instant | null; state?: unknown },
  now: Instant,
): NoticeState | null {
  const { startsAt, announcedAt, state } = activity;
  if (state === 'cancelled') return null;
  if (announcedAt) return compareInstants(announcedAt, startsAt) < 0 ? 'inTime' : 'late';
  return compareInstants(now, startsAt) < 0 ? 'pending' : 'missed';
}
