import type { Actor } from '@jiedui/shared/access';
import { COUNTED_SHEET_STATES, RECUSED_SHEET_STATES, WITHDRAWN_SHEET_STATES } from '@jiedui/shared/round';
import type { Core } from '@strapi/strapi';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { connectionOf } from './connection';

/**
 * How far a round's sheets have come, by evaluator, and whether its units can be compared. An assignment without a
 * sheet counts as not submitted; of a sheet from which somebody was recused nothing more is expected.
 */
export async function roundProgress(strapi: Core.Strapi, actor: Actor, documentId: string) {
  const round = await findRecord(modelOf('round'), actor, documentId, { fields: ['name'] });
  const marks = (states: readonly string[]) => states.map(() => '?').join(', ');
  const rows = await reader().all(
    `SELECT u.document_id, u.display_name, count(*) AS total,
            sum(CASE WHEN e.state IN (${marks(COUNTED_SHEET_STATES)}) THEN 1 ELSE 0 END) AS submitted,
            sum(CASE WHEN e.state IN (${marks(RECUSED_SHEET_STATES)}) THEN 1 ELSE 0 END) AS recused
     FROM assignments a JOIN up_users u ON u.id = a.evaluator_id
     LEFT JOIN evaluations e ON e.assignment_id = a.id
     WHERE a.round_id = ? AND (e.state IS NULL OR e.state NOT IN (${marks(WITHDRAWN_SHEET_STATES)})) GROUP BY u.id, u.document_id, u.display_name ORDER BY u.display_name`,
    [...COUNTED_SHEET_STATES, ...RECUSED_SHEET_STATES, round.id, ...WITHDRAWN_SHEET_STATES],
  );
  const byEvaluator = rows.map((row) => ({
    evaluator: { documentId: row.document_id, displayName: row.display_name },
    total: Number(row.total),
    submitted: Number(row.submitted),
    recused: Number(row.recused),
  }));
  return {
    assignments: byEvaluator.reduce((sum, row) => sum + row.total, 0),
    submitted: byEvaluator.reduce((sum, row) => sum + row.submitted, 0),
    recused: byEvaluator.reduce((sum, row) => sum + row.recused, 0),
    byEvaluator,
    connection: await connectionOf(strapi.db.connection, round.id),
  };
}
