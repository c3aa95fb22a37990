import type { Actor } from '@jiedui/shared/access';
import { type SpecialCard, specialRouteOf } from '@jiedui/shared/workbench';
import type { Param } from '../read/database';
import { readScope } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { type CardAnswer, ROWS_SHOWN } from './list-card';

function unpaired(actor: Actor): { condition: string; params: Param[] } {
  const scope = readScope(modelOf('unit'), actor);
  return {
    condition: `${scope?.text ?? '1 = 1'} AND NOT EXISTS (SELECT 1 FROM pairings p WHERE p.unit_id = t.id)`,
    params: scope?.params ?? [],
  };
}

/** Their row ids, for the list that shows all of them. */
export async function unpairedIds(actor: Actor): Promise<number[]> {
  const { condition, params } = unpaired(actor);
  const rows = await reader().all(`SELECT t.id FROM units t WHERE ${condition}`, params);
  return rows.map(({ id }) => Number(id));
}

/** Units in scope that no site is paired with. */
export async function unpairedUnits(card: SpecialCard, actor: Actor): Promise<CardAnswer> {
  const { condition, params } = unpaired(actor);
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
