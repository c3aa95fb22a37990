import { addDays, type DayRange, isWithin, type Month, monthOf, monthRows } from '@jiedui/shared/calendar';
import type { Words } from '@jiedui/shared/text';
import { Link } from 'react-router';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { Tag, toneOf } from '../../ui/tone';
import './month-view.css';

export type DayCount = { day: string; count: number; states: Record<string, number> };

const WEEKDAYS: Words[] = [
  { zh: '一', en: 'Mon' },
  { zh: '二', en: 'Tue' },
  { zh: '三', en: 'Wed' },
  { zh: '四', en: 'Thu' },
  { zh: '五', en: 'Fri' },
  { zh: '六', en: 'Sat' },
  { zh: '日', en: 'Sun' },
];

type Props = {
  month: Month;
  focus: DayRange | null;
  days: ReadonlyMap<string, DayCount>;
  dayTo: (day: string) => string;
  caption: string;
};

function DayBody({ count }: { count: DayCount }) {
  const { say } = useWords();
  return (
    <ul className="month-states">
      {Object.entries(count.states).map(([state, number]) => (
        <li key={state}>
          <Tag tone={toneOf(state)}>
            {say(optionWords('activity', 'state', state))} {number}
          </Tag>
        </li>
      ))}
    </ul>
  );
}

function DayCell({ day, ...props }: Props & { day: string }) {
  const { say } = useWords();
  const { today } = useSession();
  const count = props.days.get(day);
  const inMonth = monthOf(day) === props.month;
  const inFocus = props.focus !== null && isWithin(day, props.focus);
  const classes = [
    'month-day',
    inMonth ? '' : 'month-other',
    inFocus ? 'month-focus' : '',
    day === today ? 'month-today' : '',
  ];
  return (
    <td className={classes.filter(Boolean).join(' ')} aria-current={day === today ? 'date' : undefined}>
      <div className="month-day-head">
        <span>{Number(day.slice(8))}</span>
        {count && inMonth && (
          <Link
            to={props.dayTo(day)}
            aria-label={say({ zh: `${day},${count.count} 场活动`, en: `${day}, ${count.count} activities` })}
          >
            {say({ zh: `${count.count} 场`, en: String(count.count) })}
          </Link>
        )}
      </div>
      {count && inMonth && <DayBody count={count} />}
    </td>
  );
}

/** A month as a wall calendar, with the focus week marked and every day leading to its activities. */
export function MonthView(props: Props) {
  const { say } = useWords();
  const focusWord = say({ zh: '集中活动周', en: 'Focus week' });
  return (
    <table className="month">
      <caption className="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday.en} scope="col">
              {say(weekday)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthRows(props.month).map((row) => (
          <tr key={row.from}>
            {WEEKDAYS.map((weekday, at) => (
              <DayCell key={weekday.en} {...props} day={addDays(row.from, at)} />
            ))}
          </tr>
        ))}
      </tbody>
      {props.focus && (
        <tfoot>
          <tr>
            <td colSpan={7}>
              <span className="month-focus-key" /> {focusWord} {props.focus.from} – {props.focus.to}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** The same on a phone: the days that have activities, one below the other. */
export function MonthList({ days, focus, dayTo, caption }: Props) {
  const { say } = useWords();
  return (
    <ul className="record-cards" aria-label={caption}>
      {[...days.values()].map((count) => (
        <li key={count.day} className="record-card">
          <div className="record-card-title">
            <Link to={dayTo(count.day)}>{count.day}</Link>
            <span>
              {focus && isWithin(count.day, focus) && (
                <Tag tone="blue">{say({ zh: '集中活动周', en: 'Focus week' })}</Tag>
              )}{' '}
              {say({ zh: `${count.count} 场`, en: String(count.count) })}
            </span>
          </div>
          <DayBody count={count} />
        </li>
      ))}
    </ul>
  );
}
