import { type NoticeState, noticeState } from '@jiedui/shared/activity';
import type { Words } from '@jiedui/shared/text';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { Tag, type Tone } from '../../ui/tone';

const NOTICE: Record<NoticeState, { tone: Tone; words: Words }> = {
  inTime: { tone: 'green', words: { zh: '已在活动前发布', en: 'Announced before the start' } },
  late: { tone: 'red', words: { zh: '开始后才发布', en: 'Announced after the start' } },
  pending: { tone: 'neutral', words: { zh: '尚未发布', en: 'Not announced yet' } },
  missed: { tone: 'red', words: { zh: '未发布即开始', en: 'Began without notice' } },
};

/** Whether the public was told before the activity, as the plan asks of every site. */
export function NoticeFact({ row }: { row: Row }) {
  const { say } = useWords();
  const { now } = useSession();
  if (typeof row.startsAt !== 'string') return null;
  const announcedAt = typeof row.announcedAt === 'string' ? row.announcedAt : null;
  const notice = noticeState({ startsAt: row.startsAt, announcedAt, state: row.state }, now);
  if (!notice) return null;
  const { tone, words } = NOTICE[notice];
  return <Tag tone={tone}>{say(words)}</Tag>;
}
