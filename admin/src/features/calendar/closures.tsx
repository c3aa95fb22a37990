import type { EventInput } from '@fullcalendar/core';
import { addDays, type Day, type DayRange } from '@jiedui/shared/calendar';
import { useWords } from '../../providers/i18n';
import { useRead } from '../../ui/use-read';

/** Days that are taken from everybody: public holidays, and what the office has excused all from. */
export type Closure = { documentId: string; reason: string; startsOn: Day; endsOn: Day };

const MOST = 50;
const NONE: Closure[] = [];

/** The closures that touch some days; those of single units, sites and towns are in the ledger. */
export function useClosures({ from, to }: DayRange): Closure[] {
  const { data } = useRead<Closure[]>(
    '/cadence-exceptions',
    {
      fields: ['reason', 'startsOn', 'endsOn'],
      filters: {
        startsOn: { $lte: to },
        endsOn: { $gte: from },
        ...Object.fromEntries(['unit', 'station', 'town'].map((party) => [party, { $null: true }])),
      },
      sort: ['startsOn'],
      pagination: { pageSize: MOST },
    },
    { keepPrevious: true },
  );
  return data ?? NONE;
}

/** A closure as the calendar paints it behind what takes place. */
export const closureEvent = ({ documentId, reason, startsOn, endsOn }: Closure): EventInput => ({
  id: documentId,
  title: reason,
  start: startsOn,
  end: addDays(endsOn, 1),
  allDay: true,
  display: 'background',
  classNames: ['calendar-closure'],
});

export function ClosureKey({ closures }: { closures: readonly Closure[] }) {
  const { say } = useWords();
  if (closures.length === 0) return null;
  const listed = closures.map(({ reason, startsOn, endsOn }) =>
    startsOn === endsOn ? `${reason} ${startsOn}` : `${reason} ${startsOn} – ${endsOn}`,
  );
  return (
    <p className="calendar-key">
      <span className="calendar-closure-key" />{' '}
      {say({ zh: `例外日期:${listed.join(';')}`, en: `Exceptions: ${listed.join('; ')}` })}
    </p>
  );
}
