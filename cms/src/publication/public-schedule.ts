import { isPrivateVenue, PUBLIC_STATES, publicStage, VENUE_KINDS } from '@jiedui/shared/activity';
import { dayOf, type Instant, isMonth, monthOf } from '@jiedui/shared/calendar';
import type { StationLevel } from '@jiedui/shared/programme';
import { clock } from '../clock';
import { Refusal } from '../guard/errors';
import { badQuery } from '../read/asked-page';
import { fromColumn } from '../read/codec';
import { reader } from '../read/reader';

type Row = Record<string, unknown>;

/** More than a site can hold in a month: what is over it is left out. */
const MOST = 300;

const instantOf = (value: unknown): Instant => String(fromColumn({ type: 'datetime' }, value));

/**
 * What a site has announced for a month, for anybody: what, who, when and where, and since when it has been public.
 * No address of a record, no person and no home leaves here.
 */
export async function publicSchedule(site: string, month: unknown) {
  const now = clock().now();
  const today = dayOf(now);
  if (month !== undefined && !isMonth(month)) {
    throw badQuery('month', { zh: '月份应写作 2022-11。', en: 'A month is written 2022-11.' });
  }
  const asked = month ?? monthOf(today);
  const station = await stationOf(site);
  const rows = await reader().all(
    `SELECT a.title, c.name AS category, u.name AS unit, a.starts_at, a.ends_at, a.venue, a.venue_kind, a.state,
            a.announced_at
     FROM activities a JOIN categories c ON c.id = a.category_id JOIN units u ON u.id = a.unit_id
     WHERE a.station_id = ? AND a.month = ? AND a.announced_at IS NOT NULL
       AND a.state IN (${PUBLIC_STATES.map(() => '?').join(', ')})
     ORDER BY a.starts_at, a.id LIMIT ${MOST}`,
    [Number(station.id), asked, ...PUBLIC_STATES],
  );
  return {
    site: {
      name: String(station.name),
      level: station.level as StationLevel,
      town: (station.town as string | null) ?? null,
      address: (station.address as string | null) ?? null,
    },
    month: asked,
    today,
    activities: rows.map((row) => publicActivity(row, now)),
  };
}

async function stationOf(site: string): Promise<Row> {
  const [station] = await reader().all(
    `SELECT s.id, s.name, s.level, s.address, w.name AS town
     FROM stations s LEFT JOIN towns w ON w.id = s.town_id WHERE s.document_id = ? LIMIT 1`,
    [site],
  );
  if (!station) throw new Refusal(404, 'NOT_FOUND');
  return station;
}

function publicActivity(row: Row, now: Instant) {
  const startsAt = instantOf(row.starts_at);
  const endsAt = instantOf(row.ends_at);
  return {
    title: String(row.title),
    category: String(row.category),
    unit: String(row.unit),
    startsAt,
    endsAt,
    venue: publicVenue(row),
    announcedAt: instantOf(row.announced_at),
    stage: publicStage({ endsAt, state: row.state }, now),
  };
}

function publicVenue({ venue, venue_kind: kind }: Row): string | null {
  if (!isPrivateVenue(kind)) return (venue as string | null) ?? null;
  return VENUE_KINDS.find(({ code }) => code === kind)?.words.zh ?? null;
}
