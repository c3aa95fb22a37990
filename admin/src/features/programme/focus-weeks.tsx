import {
  addDays,
  type Day,
  isWithin,
  type Month,
  monthOf,
  monthRows,
  monthsBetween,
} from '@jiedui/shared/calendar';
import {
  FOCUS_WEEK_READINGS,
  type FocusWeekReading,
  focusWeek,
  type Programme,
} from '@jiedui/shared/programme';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { optionWords } from '../../models/words';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { usePhone } from '../../ui/use-phone';
import { useProgrammeChange } from './use-programme-change';

type Row = Programme & { documentId: string; rev: number };

const words = {
  reading: { zh: '口径', en: 'Reading' },
  month: { zh: '月份', en: 'Month' },
  apply: { zh: '改用此口径', en: 'Use this reading' },
  now: { zh: '现行', en: 'in force' },
  moves: { zh: '与现行不同', en: 'Differs' },
};

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const DAYS = [0, 1, 2, 3, 4, 5, 6];

/** The focus weeks of every month in each of the three readings side by side, and a month as a calendar shows it. */
export function FocusWeeks({ programme }: { programme: Row }) {
  const { say } = useWords();
  const { may } = useAccess();
  const { busy, change } = useProgrammeChange(programme);
  const phone = usePhone();
  const months = monthsBetween(monthOf(programme.startsOn), monthOf(programme.endsOn));
  const current = programme.focusWeekReading;
  const [reading, setReading] = useState<FocusWeekReading>(current);
  const [month, setMonth] = useState<Month>(months[0] ?? monthOf(programme.startsOn));
  const label = (value: FocusWeekReading) => say(optionWords('programme', 'focusWeekReading', value));
  return (
    <section className="panel programme-lines">
      <div className="programme-reading">
        <Segmented
          vertical={phone}
          aria-label={say(words.reading)}
          value={reading}
          onChange={(value) => setReading(value as FocusWeekReading)}
          options={FOCUS_WEEK_READINGS.map((value) => ({ value, label: label(value) }))}
        />
        {may('update', 'programmes') && reading !== current && (
          <Button type="primary" loading={busy} onClick={() => void change({ focusWeekReading: reading })}>
            {say(words.apply)}
          </Button>
        )}
      </div>
      <div className="focus-weeks">
        <table className="focus-table">
          <thead>
            <tr>
              <th scope="col" className="focus-reading">
                {say(words.month)}
              </th>
              {FOCUS_WEEK_READINGS.map((value) => (
                <th key={value} scope="col" className="focus-reading">
                  {label(value)} {value === current && <span className="tag">{say(words.now)}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((one) => {
              const now = focusWeek(one, current).from;
              return (
                <tr key={one}>
                  <th scope="row">{one}</th>
                  {FOCUS_WEEK_READINGS.map((value) => {
                    const { from, to } = focusWeek(one, value);
                    return (
                      <td
                        key={value}
                        className={from === now ? undefined : 'focus-moves'}
                        title={from === now ? undefined : say(words.moves)}
                      >
                        {`${from.slice(5)} – ${to.slice(5)}`}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
        <div>
          <Select
            aria-label={say(words.month)}
            value={month}
            onChange={setMonth}
            options={months.map((value) => ({ value, label: value }))}
          />
          <MonthCalendar month={month} reading={reading} />
        </div>
      </div>
    </section>
  );
}

/** A month in rows from Monday to Sunday, with its focus week marked. */
function MonthCalendar({ month, reading }: { month: Month; reading: FocusWeekReading }) {
  const week = focusWeek(month, reading);
  return (
    <table className="focus-calendar">
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthRows(month).map(({ from }) => (
          <tr key={from}>
            {DAYS.map((at) => {
              const day: Day = addDays(from, at);
              const marks = [
                monthOf(day) === month ? '' : 'focus-outside',
                isWithin(day, week) ? 'focus-in' : '',
              ];
              return (
                <td key={day} className={marks.filter(Boolean).join(' ') || undefined}>
                  {Number(day.slice(8))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
