import { isMonth } from '@jiedui/shared/calendar';
import type { ScheduleRow } from '@jiedui/shared/planning';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { asLinked, asRow, type Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { useRead } from '../../ui/use-read';

/** The site and the month that are looked at, kept in the address; one's own site and this month to begin with. */
export function useMonthChoice() {
  const [params, setParams] = useSearchParams();
  const { actor, today } = useSession();
  const wanted = params.get('month');
  const month = isMonth(wanted) ? wanted : today.slice(0, 7);
  const station = params.get('station') ?? actor.anchors.station?.documentId ?? null;
  const choose = (values: { station?: string | null; month?: string }) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(values)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setParams(next, { replace: true });
  };
  return { station, month, choose };
}

/** More than a site ever puts into a month. */
const MOST = 100;

const rowsOf = (data: unknown[] | undefined): Row[] => (data ?? []).map(asRow).filter((row) => row !== null);

/** What a site has in its schedule for a month, in the order of days. */
export function useSchedule(station: string | null, month: string) {
  const read = useRead<unknown[]>(
    '/schedule-items',
    {
      filters: { station: { documentId: { $eq: station } }, month: { $eq: month } },
      populate: ['category', 'unit', 'planItem'],
      sort: ['day:asc', 'startTime:asc', 'title:asc'],
      pagination: { page: 1, pageSize: MOST },
    },
    { enabled: station !== null },
  );
  const rows = useMemo(() => rowsOf(read.data), [read.data]);
  return { rows, loaded: read.data !== undefined, error: read.error, refetch: read.refetch };
}

/** The activities that carry out a site's schedule of a month, by the address of what they carry out. */
export function useCarriedOut(station: string | null, month: string): Map<string, Row> {
  const { data } = useRead<unknown[]>(
    '/activities',
    {
      // What carries out a site's schedule is at that site.
      filters: { station: { documentId: { $eq: station } }, scheduleItem: { month: { $eq: month } } },
      fields: ['title', 'state'],
      populate: ['scheduleItem'],
      pagination: { page: 1, pageSize: MOST },
    },
    { enabled: station !== null },
  );
  return new Map(rowsOf(data).map((row) => [asLinked(row.scheduleItem)?.documentId ?? '', row]));
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);

/** A record of the schedule as the rules take it. */
export const scheduleRow = (row: Row): ScheduleRow & { day: string } => ({
  day: String(row.day),
  startTime: textOf(row.startTime),
  endTime: textOf(row.endTime),
  title: textOf(row.title),
  category: asLinked(row.category)?.documentId ?? null,
  unit: asLinked(row.unit)?.documentId ?? null,
  venue: textOf(row.venue),
  owner: textOf(row.owner),
  planItem: asLinked(row.planItem)?.documentId ?? null,
});
