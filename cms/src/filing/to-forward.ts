import type { Actor } from '@jiedui/shared/access';
import { type SpecialCard, specialRouteOf } from '@jiedui/shared/workbench';
import { fromColumn } from '../read/codec';
import { readScope } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { bothOf, type Sql } from '../read/scope-sql';
import { type CardAnswer, ROWS_SHOWN } from '../workbench/list-card';

/** Materials that the actor's level has received and not sent on yet, as a condition on them; see `receivesFrom`. */
export function toForward({ station }: Actor): Sql {
  const waiting = "t.state = 'submitted'";
  if (station === null) return { text: waiting, params: [] };
  return {
    text: `${waiting} AND (t.station_id <> ? OR EXISTS (
      SELECT 1 FROM stations o WHERE o.id = t.station_id AND o.level = 'institute'))`,
    params: [station],
  };
}

export async function toForwardCard(card: SpecialCard, actor: Actor): Promise<CardAnswer> {
  const where = bothOf(readScope(modelOf('material-submission'), actor), toForward(actor));
  const rows = await reader().all(
    `SELECT t.document_id, t.title, t.example, t.submitted_at, s.name, count(*) OVER () AS total
     FROM material_submissions t JOIN stations s ON s.id = t.station_id
     WHERE ${where.text} ORDER BY t.submitted_at, t.id LIMIT ${ROWS_SHOWN}`,
    where.params,
  );
  return {
    key: card.key,
    words: card.words,
    count: Number(rows[0]?.total ?? 0),
    due: null,
    days: null,
    to: specialRouteOf(card),
    rows: rows.map((row) => ({
      documentId: String(row.document_id),
      title: String(row.title),
      sub: String(row.name),
      day: null,
      example: fromColumn({ type: 'boolean' }, row.example) === true,
      to: `/${card.path}/${row.document_id}`,
    })),
  };
}
