import { type Month, shiftMonth } from '@jiedui/shared/calendar';
import { copyMonth, type Nameable, type PlanRow, remainingRows } from '@jiedui/shared/planning';
import { DEFAULT_FOCUS_WEEK_READING } from '@jiedui/shared/programme';
import { useMemo } from 'react';
import { asLinked, asRow, type Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { useRead } from '../../ui/use-read';
import { type Draft, draftOf } from './drafts';
import type { FillSource } from './fill-drawer';
import { scheduleRow, useSchedule } from './use-month';

export type Names = { categories: Nameable[]; units: Nameable[] };

const MOST = 100;
const page = { page: 1, pageSize: MOST };

const nameableOf = (value: unknown): Nameable | null => {
  const row = asRow(value);
  if (!row) return null;
  return {
    id: row.id,
    name: String(row.name),
    ...(Array.isArray(row.aliases) ? { aliases: row.aliases.map(String) } : {}),
  };
};
const isThere = <T>(value: T | null): value is T => value !== null;

/** The categories, and the units that are paired with the site: what a row may name. */
function useNames(station: string): Names {
  const categories = useRead<unknown[]>('/categories', {
    fields: ['name'],
    sort: ['order:asc'],
    pagination: page,
  });
  const pairings = useRead<unknown[]>('/pairings', {
    filters: { station: { documentId: { $eq: station } } },
    fields: ['rev'],
    populate: { unit: { fields: ['name', 'aliases'] } },
    pagination: page,
  });
  return useMemo(
    () => ({
      categories: (categories.data ?? []).map(nameableOf).filter(isThere),
      units: (pairings.data ?? []).map((row) => nameableOf(asRow(row)?.unit)).filter(isThere),
    }),
    [categories.data, pairings.data],
  );
}

const planRow = (row: Row): PlanRow => ({
  id: row.id,
  month: String(row.month),
  title: String(row.title),
  category: asLinked(row.category)?.documentId ?? '',
  unit: asLinked(row.unit)?.documentId ?? null,
  owner: typeof row.owner === 'string' ? row.owner : null,
  plannedCount: Number(row.plannedCount),
});

const MOVED = {
  focusWeek: { zh: '在集中活动周', en: 'In the focus week' },
  ordinal: null,
  last: {
    zh: '当月没有第五个同样的星期,改为最后一个',
    en: 'The month has no fifth such weekday: the last one',
  },
} as const;

/** What the annual plans of a site have for a month; undefined until it is known. */
function usePlanned(station: string | null, month: Month): unknown[] | undefined {
  const { data: plans } = useRead<unknown[]>(
    '/site-plans',
    {
      filters: { station: { documentId: { $eq: station } }, year: { $eq: Number(month.slice(0, 4)) } },
      fields: ['year'],
      pagination: page,
    },
    { enabled: station !== null },
  );
  const plan = asRow(plans?.[0])?.id;
  const { data: items } = useRead<unknown[]>(
    '/plan-items',
    {
      filters: { plan: { documentId: { $eq: plan } }, month: { $eq: month } },
      populate: ['category', 'unit'],
      sort: ['category.order:asc'],
      pagination: page,
    },
    { enabled: plan !== undefined },
  );
  return plans && !plan ? [] : items;
}

/** The rows that a source offers for a month; undefined until they are known, null where a person brings them. */
export function useFillSource(source: FillSource, station: string, month: Month) {
  const names = useNames(station);
  const reading = useSession().programme?.focusWeekReading ?? DEFAULT_FOCUS_WEEK_READING;
  const { rows: before, loaded: hasBefore } = useSchedule(
    source === 'copy' ? station : null,
    shiftMonth(month, -1),
  );
  const { rows: now, loaded: hasNow } = useSchedule(source === 'plan' ? station : null, month);
  const items = usePlanned(source === 'plan' ? station : null, month);
  const drafts = useMemo((): Draft[] | undefined | null => {
    if (source === 'paste') return null;
    if (source === 'copy') {
      if (!hasBefore) return undefined;
      const copied = copyMonth(before.map(scheduleRow), month, reading);
      return copied.map(({ by, ...values }) => draftOf(values, MOVED[by]));
    }
    if (!items || !hasNow) return undefined;
    const planned = items.map(asRow).filter(isThere).map(planRow);
    const scheduled = now.map((row) => scheduleRow(row).planItem);
    return remainingRows(planned, month, scheduled).map((values) => draftOf(values));
  }, [source, month, reading, before, hasBefore, items, now, hasNow]);
  return { drafts, names };
}
