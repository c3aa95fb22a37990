import type { DayRange } from '@jiedui/shared/calendar';
import { useRead } from '../../ui/use-read';
import type { CalendarActivity, DayCount } from './calendar-events';

type Meta = { total: number; crowded: boolean };

/**
 * The activities of some days; where there are too many for the screen, how many there are of each day. `counted` asks
 * for the numbers anyhow.
 */
export function useWindow(days: DayRange, filters: object | undefined, counted: boolean) {
  const query = { ...days, filters };
  const shown = useRead<CalendarActivity[], Meta>('/calendar', query, { keepPrevious: true });
  const crowded = counted || shown.meta?.crowded === true;
  const counts = useRead<DayCount[]>('/activities/by-day', query, { keepPrevious: true, enabled: crowded });
  return {
    activities: crowded ? [] : shown.data,
    counts: crowded ? counts.data : [],
    total: shown.meta?.total,
    crowded: shown.meta?.crowded === true,
    error: shown.error ?? (crowded ? counts.error : null),
    refetch() {
      shown.refetch();
      if (crowded) counts.refetch();
    },
  };
}
