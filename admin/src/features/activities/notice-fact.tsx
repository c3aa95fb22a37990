import { noticeState } from '@jiedui/shared/activity';
import { addDays, dayOf } from '@jiedui/shared/calendar';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { NOTICE_LOOK } from '../../ui/field/notice-look';
import { Tag } from '../../ui/tone';

/** Whether the public was told before the activity, as the plan asks of every site, and by when it is to be. */
export function NoticeFact({ row, noticeDays }: { row: Row; noticeDays: number }) {
  const { say } = useWords();
  const { now } = useSession();
  if (typeof row.startsAt !== 'string') return null;
  const announcedAt = typeof row.announcedAt === 'string' ? row.announcedAt : null;
  const notice = noticeState({ startsAt: row.startsAt, announcedAt, state: row.state }, now, noticeDays);
  if (!notice) return null;
  const { tone, words } = NOTICE_LOOK[notice];
  const by = addDays(dayOf(row.startsAt), -noticeDays);
  return (
    <>
      <Tag tone={tone}>{say(words)}</Tag>{' '}
      {notice !== 'inTime' && (
        <span className="muted">{say({ zh: `应于 ${by} 前发布(含当日)`, en: `Due by ${by}` })}</span>
      )}
    </>
  );
}
