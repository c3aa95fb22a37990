import type { NoticeState } from '@jiedui/shared/activity';
import type { Words } from '@jiedui/shared/text';
import type { Tone } from '../tone';

/** How the public notice of an activity is told. */
export const NOTICE_LOOK: Record<NoticeState, { tone: Tone; words: Words }> = {
  inTime: { tone: 'green', words: { zh: '按时发布', en: 'Announced in time' } },
  short: { tone: 'amber', words: { zh: '提前不足', en: 'Announced too shortly before' } },
  late: { tone: 'red', words: { zh: '开始后才发布', en: 'Announced after the start' } },
  missed: { tone: 'red', words: { zh: '未发布即开始', en: 'Began without notice' } },
  pending: { tone: 'neutral', words: { zh: '尚未发布', en: 'Not announced yet' } },
};
