import { compareInstants, type Instant } from '../calendar';

/** 事前公开发布: how the public notice of an activity stands. */
export type NoticeState = 'inTime' | 'late' | 'pending' | 'missed';

/**
 * The plan has sites publish an activity before it happens (四, 各结对所站, 三). `inTime` announced before the
 * start, `late` announced at or after it, `pending` not announced and not begun, `missed` begun without
 * notice. Throws RangeError for a malformed instant.
 */
export function noticeState(
  activity: { startsAt: Instant; announcedAt?: Instant | null },
  now: Instant,
): NoticeState {
  const { startsAt, announcedAt } = activity;
  if (announcedAt) return compareInstants(announcedAt, startsAt) < 0 ? 'inTime' : 'late';
  return compareInstants(now, startsAt) < 0 ? 'pending' : 'missed';
}
