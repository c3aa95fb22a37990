import { eventStatus } from '@jiedui/shared/activity';
import { dayOf, type Month, timeOf, weekday } from '@jiedui/shared/calendar';
import type { Words } from '@jiedui/shared/text';
import { useWords } from '../../providers/i18n';
import { groupBy } from '../../ui/group-by';
import type { CalendarActivity } from './calendar-events';

const WEEKDAYS: Words[] = [
  { zh: '星期一', en: 'Mon' },
  { zh: '星期二', en: 'Tue' },
  { zh: '星期三', en: 'Wed' },
  { zh: '星期四', en: 'Thu' },
  { zh: '星期五', en: 'Fri' },
  { zh: '星期六', en: 'Sat' },
  { zh: '星期日', en: 'Sun' },
];

const COLUMNS: Words[] = [
  { zh: '日期', en: 'Date' },
  { zh: '时间', en: 'Time' },
  { zh: '活动', en: 'Activity' },
  { zh: '单位', en: 'Unit' },
  { zh: '地点', en: 'Place' },
  { zh: '联系人', en: 'Contact' },
];

const words = {
  none: { zh: '本月没有安排活动。', en: 'No activity this month.' },
  tentative: { zh: '(暂定)', en: ' (tentative)' },
};

function dayWords(day: string): Words {
  const name = WEEKDAYS[weekday(day) - 1] ?? { zh: '', en: '' };
  return { zh: `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`, en: `${day.slice(5)} ${name.en}` };
}

/** The end, with its day where that is another. */
function endOf({ startsAt, endsAt }: CalendarActivity): string {
  const time = timeOf(endsAt);
  return dayOf(endsAt) === dayOf(startsAt) ? time : `${dayOf(endsAt).slice(5)} ${time}`;
}

function Row({ activity, first, rows }: { activity: CalendarActivity; first: boolean; rows: number }) {
  const { say, locale } = useWords();
  const day = dayOf(activity.startsAt);
  const tentative = eventStatus(activity.state) === 'TENTATIVE';
  return (
    <tr>
      {first && (
        <th scope="rowgroup" rowSpan={rows}>
          {say(dayWords(day))}
          {locale === 'zh' && <br />}
          {locale === 'zh' && WEEKDAYS[weekday(day) - 1]?.zh}
        </th>
      )}
      <td className="nowrap">
        {timeOf(activity.startsAt)}–{endOf(activity)}
      </td>
      <td>
        {activity.title}
        {tentative && say(words.tentative)}
      </td>
      <td>{activity.unit?.name}</td>
      <td>{activity.venue}</td>
      <td>{activity.pairing?.unitContact}</td>
    </tr>
  );
}

type Props = { site: string; month: Month; activities: readonly CalendarActivity[] };

/** A month of a site on paper, as it is pinned to the wall: what takes place, without what was called off. */
export function WallSheet({ site, month, activities }: Props) {
  const { say } = useWords();
  const shown = activities.filter(({ state }) => eventStatus(state) !== 'CANCELLED');
  const days = [...groupBy(shown, ({ startsAt }) => dayOf(startsAt))];
  const [year, number] = month.split('-');
  const title = {
    zh: `${year}年${Number(number)}月活动安排`,
    en: `Activities of ${month}`,
  };
  return (
    // It scrolls where a phone is narrower than the paper, so the keyboard has to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
    <section className="wall-sheet" tabIndex={0} aria-label={`${site} ${say(title)}`}>
      <h2>{site}</h2>
      <p className="wall-sheet-title">{say(title)}</p>
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column.en} scope="col">
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        {days.map(([day, ofDay]) => (
          <tbody key={day}>
            {ofDay.map((activity, at) => (
              <Row key={activity.documentId} activity={activity} first={at === 0} rows={ofDay.length} />
            ))}
          </tbody>
        ))}
        {days.length === 0 && (
          <tbody>
            <tr>
              <td colSpan={COLUMNS.length} className="wall-sheet-none">
                {say(words.none)}
              </td>
            </tr>
          </tbody>
        )}
      </table>
    </section>
  );
}
