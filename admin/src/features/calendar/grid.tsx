import type { EventApi, EventClickArg, EventInput } from '@fullcalendar/core';
import zhCn from '@fullcalendar/core/locales/zh-cn';
import dayGrid from '@fullcalendar/daygrid';
import interaction from '@fullcalendar/interaction';
import list from '@fullcalendar/list';
import FullCalendar from '@fullcalendar/react';
import timeGrid from '@fullcalendar/timegrid';
import type { Day } from '@jiedui/shared/calendar';
import { isInFocusWeek } from '@jiedui/shared/programme';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import './calendar.css';
import { type Entry, instantOfWall, wallNow } from './calendar-events';
import { EntryCard, EntryLine } from './entry';
import type { Place, View } from './place';
import type { Move } from './use-move';

const WIDE: Record<View, string> = {
  month: 'dayGridMonth',
  week: 'timeGridWeek',
  agenda: 'listMonth',
  day: 'listDay',
};
// Seven columns of times do not fit on a phone.
const NARROW: Record<View, string> = { ...WIDE, week: 'listWeek' };

type Props = {
  place: Place;
  phone: boolean;
  events: EventInput[];
  hours: { from: number; to: number };
  addressOf: (entry: Entry) => string;
  onOpen: (address: string) => void;
  onDay: (day: Day) => void;
  onMove: (move: Move) => void;
};

const dayText = (date: Date): Day => date.toISOString().slice(0, 10);
const hour = (number: number) => `${String(number).padStart(2, '0')}:00`;

/** The days of the place with what takes place on them. */
export function CalendarGrid({ place, phone, events, hours, addressOf, onOpen, onDay, onMove }: Props) {
  const { say, locale } = useWords();
  const { now, programme } = useSession();
  const shown = (phone ? NARROW : WIDE)[place.view];
  const listed = shown.startsWith('list');
  const marked = (date: Date) =>
    programme && isInFocusWeek(dayText(date), programme.focusWeekReading) ? ['calendar-focus'] : [];
  const click = ({ event, jsEvent }: EventClickArg) => {
    if (listed || event.display === 'background') return;
    jsEvent.preventDefault();
    onOpen(addressOf(event.extendedProps as Entry));
  };
  const moved = ({ event, revert }: { event: EventApi; revert: () => void }) => {
    const entry = event.extendedProps as Entry;
    if (!('activity' in entry) || !event.start || !event.end) return revert();
    const to = { startsAt: instantOfWall(event.start), endsAt: instantOfWall(event.end) };
    onMove({ activity: entry.activity, to, putBack: revert });
  };

  return (
    <FullCalendar
      // Another place is another calendar: told to move, it would draw the old events on the new days first.
      key={`${shown} ${place.date}`}
      plugins={[dayGrid, timeGrid, list, interaction]}
      timeZone="UTC"
      now={wallNow(now)}
      nowIndicator
      {...(locale === 'zh' ? { locale: zhCn } : { locale: 'en' })}
      firstDay={1}
      headerToolbar={false}
      initialView={shown}
      initialDate={place.date}
      fixedWeekCount={false}
      height="auto"
      slotMinTime={hour(hours.from)}
      slotMaxTime={hour(hours.to)}
      slotLabelFormat={{ hour: '2-digit', minute: '2-digit', hour12: false }}
      allDaySlot={events.some(({ allDay }) => allDay === true)}
      dayHeaderFormat={
        place.view === 'month' ? { weekday: 'short' } : { month: 'numeric', day: 'numeric', weekday: 'short' }
      }
      listDaySideFormat={false}
      dayMaxEvents={4}
      moreLinkClick={({ date }) => onDay(dayText(date))}
      moreLinkContent={({ num }) => say({ zh: `另有 ${num} 场`, en: `${num} more` })}
      navLinks
      navLinkDayClick={(date) => onDay(dayText(date))}
      // It names a cell by its number alone, as if nothing else stood in it.
      dayCellDidMount={({ el }) => el.removeAttribute('aria-labelledby')}
      // A link that says whether it is open has to be a button.
      moreLinkDidMount={({ el }) => el.setAttribute('role', 'button')}
      dayCellClassNames={({ date }) => marked(date)}
      dayHeaderClassNames={({ date, view }) => (view.type === 'dayGridMonth' ? [] : marked(date))}
      noEventsContent={say({ zh: '这段时间没有符合条件的活动。', en: 'No activity in this time.' })}
      eventDisplay="block"
      // Beside each other, not over each other: what lies below could not be read.
      slotEventOverlap={false}
      displayEventTime={false}
      events={events}
      eventClassNames={({ event }) => (event.display === 'background' ? [] : ['calendar-entry'])}
      eventContent={({ event }) =>
        event.display === 'background' ? (
          <span className="calendar-closure-name">{event.title}</span>
        ) : listed ? (
          <EntryLine entry={event.extendedProps as Entry} to={addressOf(event.extendedProps as Entry)} />
        ) : (
          <EntryCard entry={event.extendedProps as Entry} small={phone} />
        )
      }
      eventInteractive
      snapDuration="00:15"
      eventDrop={moved}
      eventResize={moved}
      eventClick={click}
    />
  );
}
