import type { PublicStage } from '@jiedui/shared/activity';
import { type Day, dayOf, timeOf, weekday } from '@jiedui/shared/calendar';
import type { Words } from '@jiedui/shared/text';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { Tag, type Tone } from '../../ui/tone';

export type PublicActivity = {
  title: string;
  category: string;
  unit: string;
  startsAt: string;
  endsAt: string;
  venue: string | null;
  announcedAt: string;
  stage: PublicStage;
};

const STAGES: Record<PublicStage, { tone: Tone; words: Words }> = {
  coming: { tone: 'blue', words: { zh: '即将开展', en: 'Coming' } },
  over: { tone: 'neutral', words: { zh: '已结束', en: 'Over' } },
  cancelled: { tone: 'red', words: { zh: '已取消', en: 'Cancelled' } },
};

const WEEKDAYS: Words = { zh: '一二三四五六日', en: 'MTWTFSS' };

function Entry({ activity }: { activity: PublicActivity }) {
  const { say } = useWords();
  const { tone, words } = STAGES[activity.stage];
  return (
    <li>
      <div className="schedule-head">
        <strong>
          {timeOf(activity.startsAt)}–{timeOf(activity.endsAt)}
        </strong>
        <span className={activity.stage === 'cancelled' ? 'schedule-cancelled' : 'schedule-title'}>
          {activity.title}
        </span>
        <Tag tone={tone}>{say(words)}</Tag>
      </div>
      <div>{[activity.category, activity.unit, activity.venue].filter(Boolean).join(' · ')}</div>
      <div className="muted">
        {say({ zh: '公布于', en: 'Announced' })} {formatInstant(activity.announcedAt)}
      </div>
    </li>
  );
}

/** Announced activities by day. */
export function ScheduleList({ activities, today }: { activities: readonly PublicActivity[]; today: Day }) {
  const { say } = useWords();
  const days = [...new Set(activities.map(({ startsAt }) => dayOf(startsAt)))];
  return (
    <>
      {days.map((day) => (
        <section key={day} className="schedule-day">
          <h3>
            {day}{' '}
            {say({
              zh: `星期${WEEKDAYS.zh[weekday(day) - 1]}`,
              en: String(WEEKDAYS.en[weekday(day) - 1]),
            })}{' '}
            {day === today && <Tag tone="amber">{say({ zh: '今天', en: 'Today' })}</Tag>}
          </h3>
          <ul>
            {activities
              .filter(({ startsAt }) => dayOf(startsAt) === day)
              .map((activity) => (
                <Entry key={`${activity.startsAt} ${activity.title} ${activity.unit}`} activity={activity} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
