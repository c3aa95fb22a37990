import type { Actor } from '@jiedui/shared/access';
import { COUNTED_SHEET_STATES, RECUSED_SHEET_STATES, WITHDRAWN_SHEET_STATES } from '@jiedui/shared/round';
import type { Core } from '@strapi/strapi';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { connectionOf } from './connection';
import { figureCoverage } from './figures/coverage';
import { frozenOf } from './summary';

/**
 * How far a round's sheets have come, by evaluator, and whether its units can be compared. An assignment without a
 * sheet counts as not submitted; of a sheet from which somebody was recused nothing more is expected.
 */
export async function roundProgress(strapi: Core.Strapi, actor: Actor, documentId: string) {
  const round = await findRecord(modelOf('round'), actor, documentId, { fields: ['frozenHash'] });
  const frozen = round.frozenHash === null ? null : await frozenOf(round.id, String(round.frozenHash));
  const byPerson = await tally(round.id, 'u.document_id, u.display_name', 'u.display_name');
  const bySource = await tally(round.id, 'a.source', 'a.source');
  const byEvaluator = byPerson.map(({ row, ...counts }) => ({
    evaluator: { documentId: row.document_id, displayName: row.display_name },
    ...counts,
  }));
  return {
    assignments: byEvaluator.reduce((sum, row) => sum + row.total, 0),
    submitted: byEvaluator.reduce((sum, row) => sum + row.submitted, 0),
    recused: byEvaluator.reduce((sum, row) => sum + row.recused, 0),
    bySource: bySource.map(({ row, ...counts }) => ({ source: row.source, ...counts })),
    byEvaluator,
    figures: frozen ? await figureCoverage(round.id, frozen.rubric) : [],
    missingSource: frozen?.rubric.missingSource ?? null,
    connection: await connectionOf(strapi.db.connection, round.id),
  };
}

const marks = (states: readonly string[]) => states.map(() => '?').join(', ');

/** How many sheets are asked for, are in and were recused from, by columns of the assignments and their accounts. */
async function tally(roundId: number, columns: string, order: string) {
  const rows = await reader().all(
    `SELECT ${columns}, count(*) AS total,
            sum(CASE WHEN e.state IN (${marks(COUNTED_SHEET_STATES)}) THEN 1 ELSE 0 END) AS submitted,
            sum(CASE WHEN e.state IN (${marks(RECUSED_SHEET_STATES)}) THEN 1 ELSE 0 END) AS recused
     FROM assignments a JOIN up_users u ON u.id = a.evaluator_id
     LEFT JOIN evaluations e ON e.assignment_id = a.id
     WHERE a.round_id = ? AND (e.state IS NULL OR e.state NOT IN (${marks(WITHDRAWN_SHEET_STATES)}))
     GROUP BY ${columns} ORDER BY ${order}`,
    [...COUNTED_SHEET_STATES, ...RECUSED_SHEET_STATES, roundId, ...WITHDRAWN_SHEET_STATES],
  );
  return rows.map((row) => ({
    row,
    total: Number(row.total),
    submitted: Number(row.submitted),
    recused: Number(row.recused),
  }));
}
