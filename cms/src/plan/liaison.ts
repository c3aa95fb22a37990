import type { Actor } from '@jiedui/shared/access';
import { addDays, dayOf, isDay, mondayOf } from '@jiedui/shared/calendar';
import { fieldError } from '@jiedui/shared/model';
import { WEEKLY_CLASSES } from '@jiedui/shared/planning';
import { clock } from '../clock';
import { Refusal } from '../guard/errors';
import { CONTENT_IS_AGREED } from '../ledger/weekly-contents';
import { readScope } from '../read/list';
import { modelOf } from '../read/model';
import { askedPage, pagination } from '../read/page';
import { reader } from '../read/reader';
import { bothOf } from '../read/scope-sql';

/** The week that is asked for, by its Monday; this one where none is. */
function weekOf(asked: unknown): string {
  if (asked === undefined) return mondayOf(dayOf(clock().now()));
  if (isDay(asked)) return mondayOf(asked);
  throw new Refusal(400, 'BAD_QUERY', { errors: [fieldError(['week'], 'BAD_QUERY')] });
}

/** A week's liaison contents by pairing, those without one too; `open`: only where nothing is agreed yet. */
export async function liaisonWeek(actor: Actor, query: Record<string, unknown>) {
  const week = weekOf(query.week);
  const page = askedPage(query);
  const owed = {
    text: `u.unit_class IN (${WEEKLY_CLASSES.map(() => '?').join(', ')})
           AND (t.starts_on IS NULL OR t.starts_on <= ?) AND (t.ends_on IS NULL OR t.ends_on >= ?)`,
    params: [...WEEKLY_CLASSES, addDays(week, 6), week],
  };
  const { text, params } = bothOf(readScope(modelOf('pairing'), actor), owed);
  const from = `FROM pairings t JOIN units u ON u.id = t.unit_id JOIN stations s ON s.id = t.station_id
    LEFT JOIN liaison_contents c ON c.pairing_id = t.id AND c.week = ? WHERE ${text}`;
  const all = [week, ...params];
  const [sums] = await reader().all(
    `SELECT count(*) AS total, sum(CASE WHEN ${CONTENT_IS_AGREED} THEN 1 ELSE 0 END) AS agreed ${from}`,
    all,
  );
  const narrowed = query.open === 'true' ? ` AND (c.state IS NULL OR NOT ${CONTENT_IS_AGREED})` : '';
  const rows = await reader().all(
    `SELECT t.document_id, u.name AS unit, s.name AS station, c.document_id AS item, c.content, c.state,
            count(*) OVER () AS total
     ${from}${narrowed} ORDER BY u.name, s.name, t.id ${page.limit}`,
    all,
  );
  return {
    data: {
      week,
      total: Number(sums?.total ?? 0),
      agreed: Number(sums?.agreed ?? 0),
      rows: rows.map((row) => ({
        pairing: String(row.document_id),
        unit: String(row.unit),
        station: String(row.station),
        item: row.item as string | null,
        content: row.content as string | null,
        state: row.state as string | null,
      })),
    },
    meta: { pagination: pagination(page, Number(rows[0]?.total ?? 0)) },
  };
}
