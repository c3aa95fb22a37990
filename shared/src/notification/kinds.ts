import type { Words } from '../text';

/**
 * What somebody can be told of: due soon, overdue, returned, an activity's gate that is still open, and what comes up
 * in the evaluation and with stories.
 */
export const NOTICE_KINDS = ['returned', 'overdue', 'dueSoon', 'gateOpen', 'evaluation', 'story'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_KIND_WORDS: Record<NoticeKind, Words> = {
  returned: { zh: '被退回', en: 'Returned' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  dueSoon: { zh: '即将到期', en: 'Due soon' },
  gateOpen: { zh: '活动条件未齐', en: 'Activity not ready' },
  evaluation: { zh: '测评事项', en: 'Evaluation' },
  story: { zh: '稿件事项', en: 'Stories' },
};

/** Days ahead from which something is told as due soon, and from which an open gate is told of (ours). */
export const SOON_DAYS = 3;
export const GATE_DAYS = 7;

/** Whether a due day is told now, and as what; null while there is time. `days` are those left, negative when past. */
export function dueKind(days: number): 'overdue' | 'dueSoon' | null {
  if (days < 0) return 'overdue';
  return days <= SOON_DAYS ? 'dueSoon' : null;
}
