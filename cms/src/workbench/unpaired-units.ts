import type { Actor } from '@jiedui/shared/access';
import { type SpecialCard, specialRouteOf } from '@jiedui/shared/workbench';
import { readScope } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { bothOf, type Sql } from '../read/scope-sql';
import { type CardAnswer, ROWS_SHOWN } from './list-card';

/** Units that no site is paired with, as a condition on units. */
export const UNPAIRED: Sql = {
  text: 'NOT EXISTS (SELECT 1 FROM pairings p WHERE p.unit_id = t.id)',
  params: [],
};

/** Units in scope that no site is paired with. */
export async function unpairedUnits(card: SpecialCard, actor: Actor): Promise<CardAnswer> {
  const { text: condition, params } = bothOf(readScope(modelOf('unit'), actor), UNPAIRED);
  const [rows, counted] = await Promise.all([
    reader().all(
      `SELECT t.document_id, t.name, t.example, d.name AS department FROM units t
       LEFT JOIN departments d ON d.id = t.department_id
       WHERE ${condition} ORDER BY t.name, t.id LIMIT ${ROWS_SHOWN}`,
      params,
    ),
    reader().all(`SELECT count(*) AS n FROM units t WHERE ${condition}`, params),
  ]);
  return {
    key: card.key,
    words: card.words,
    count: Number(counted[0]?.n ?? 0),
    due: null,
    days: null,
    to: specialRouteOf(card),
    rows: rows.map((row) => ({
      documentId: String(row.document_id),
      title: String(row.name),
      sub: String(row.department ?? ''),
      day: null,
      example: Boolean(row.example),
      to: `/${card.path}/${row.document_id}`,
    })),
  };
}
