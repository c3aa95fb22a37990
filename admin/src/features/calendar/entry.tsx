import { WarningFilled } from '@ant-design/icons';
import { CLASH_WORDS, type ClashReason } from '@jiedui/shared/activity';
import { dayOf, timeOf } from '@jiedui/shared/calendar';
import { Link } from 'react-router';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import { Tag, toneOf } from '../../ui/tone';
import type { CalendarActivity, DayCount, Entry } from './calendar-events';

const useStateWords = () => {
  const { say } = useWords();
  return (state: string) => say(optionWords('activity', 'state', state));
};

const useCountWords = () => {
  const { say } = useWords();
  return (count: number) => say({ zh: `${count} 场`, en: String(count) });
};

function States({ states }: Pick<DayCount, 'states'>) {
  const stateWords = useStateWords();
  return (
    <span className="calendar-states">
      {Object.entries(states).map(([state, number]) => (
        <Tag key={state} tone={toneOf(state)}>
          {stateWords(state)} {number}
        </Tag>
      ))}
    </span>
  );
}

/** A sign on what clashes; in the agenda with its reasons in words. */
function ClashSign({ reasons, full }: { reasons: readonly ClashReason[]; full: boolean }) {
  const { say } = useWords();
  if (reasons.length === 0) return null;
  const shared = reasons.map((reason) => say(CLASH_WORDS[reason])).join('、');
  const text = say({ zh: `与同一时间的活动${shared}`, en: `At the same time as another: ${shared}` });
  if (full) return <Tag tone="amber">{text}</Tag>;
  return <WarningFilled className="calendar-clash" role="img" aria-label={text} title={text} />;
}

function ActivityCard({ activity }: { activity: CalendarActivity }) {
  const stateWords = useStateWords();
  const { title, startsAt, endsAt, state, station } = activity;
  const time = `${timeOf(startsAt)}–${timeOf(endsAt)}`;
  return (
    <span className={`calendar-card tag-${toneOf(state)}`} title={`${time} ${title} ${station?.name ?? ''}`}>
      <span className="calendar-card-head">
        <b>{timeOf(startsAt)}</b> {stateWords(state)} <ClashSign reasons={activity.clashes} full={false} />
      </span>
      <span className="calendar-card-title">{title}</span>
      <span className="calendar-card-place">{station?.name}</span>
    </span>
  );
}

/** An entry in a day of the month or week. */
export function EntryCard({ entry, small }: { entry: Entry; small: boolean }) {
  const countWords = useCountWords();
  if ('activity' in entry) return <ActivityCard activity={entry.activity} />;
  return (
    <span className="calendar-card tag-neutral">
      <b>{countWords(entry.counted.count)}</b>
      {!small && <States states={entry.counted.states} />}
    </span>
  );
}

const names = ({ unit, station, venue }: CalendarActivity): string =>
  [unit?.name, station?.name, venue].filter(Boolean).join(' · ');

/** An entry of the agenda: the day stands above it. */
export function EntryLine({ entry, to }: { entry: Entry; to: string }) {
  const stateWords = useStateWords();
  const countWords = useCountWords();
  if ('counted' in entry) {
    return (
      <span className="calendar-line">
        <Link to={to}>{countWords(entry.counted.count)}</Link> <States states={entry.counted.states} />
      </span>
    );
  }
  const { activity } = entry;
  const { title, startsAt, endsAt, state } = activity;
  const sameDay = dayOf(startsAt) === dayOf(endsAt);
  return (
    <span className="calendar-line">
      <span className="calendar-line-time">
        {timeOf(startsAt)}–{sameDay ? '' : `${dayOf(endsAt).slice(5)} `}
        {timeOf(endsAt)}
      </span>
      <span className="calendar-line-body">
        <Link to={to}>{title}</Link> <Tag tone={toneOf(state)}>{stateWords(state)}</Tag>{' '}
        <ClashSign reasons={activity.clashes} full />
        <span className="calendar-line-names">{names(activity)}</span>
      </span>
    </span>
  );
}
