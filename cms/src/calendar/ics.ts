import type { Actor } from '@jiedui/shared/access';
import { eventStatus, feedDays } from '@jiedui/shared/activity';
import { dayOf } from '@jiedui/shared/calendar';
import { enumWords } from '@jiedui/shared/text';
import ical, { type ICalCalendar, ICalEventStatus } from 'ical-generator';
import { clock } from '../clock';
import { readEnvironment } from '../environment';
import type { OpenFeed } from './feeds';
import { activitiesOfDays } from './window';

/** More than this a subscribed calendar does not hold: those that come first. */
const MOST = 2000;

type Named = { name?: unknown } | null;

const nameOf = (record: unknown): string => String((record as Named)?.name ?? '');

/** A subscription's activities as a calendar program reads them; the same records give the same text. */
export async function calendarText(actor: Actor, feed: OpenFeed): Promise<string> {
  const filters = feed.of === null ? {} : { [feed.kind]: { documentId: { $eq: feed.of } } };
  const { rows } = await activitiesOfDays(actor, feedDays(dayOf(clock().now())), filters, MOST);
  const calendar = ical({
    name: feed.name ? `结对·${feed.name}` : '结对·活动',
    prodId: { company: 'jiedui', product: 'calendar', language: 'ZH' },
    ttl: 60 * 60,
  });
  for (const row of rows) addEvent(calendar, row);
  return calendar.toString();
}

function addEvent(calendar: ICalCalendar, row: Record<string, unknown>): void {
  const { publicUrl } = readEnvironment();
  const { zh: state } = enumWords('activity', 'state', String(row.state));
  calendar.createEvent({
    id: `${row.documentId}@jiedui`,
    sequence: Number(row.rev) - 1,
    stamp: String(row.updatedAt),
    // Moments in UTC: right for every reader, and in need of no table of time zones.
    start: String(row.startsAt),
    end: String(row.endsAt),
    summary: String(row.title),
    location: [nameOf(row.station), row.venue].filter(Boolean).join(' '),
    description: [nameOf(row.unit), nameOf(row.category), state].filter(Boolean).join('\n'),
    status: ICalEventStatus[eventStatus(row.state)],
    ...(publicUrl ? { url: `${publicUrl}/activities/${row.documentId}` } : {}),
  });
}
