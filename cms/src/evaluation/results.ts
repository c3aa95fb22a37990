import { COUNTED_SHEET_STATES } from '@jiedui/shared/round';
import { type Sheet, scoreUnit, type UnitScore } from '@jiedui/shared/scoring';
import type { Knex } from 'knex';
import { frozenInputs } from './sheet-rubric';

/** What is kept of a unit's result: all of it but the explanation, which is made when somebody asks. */
export type KeptResult = UnitScore;

/** The sheets of a unit that count, in the engine's notation. */
export async function countedSheets(knex: Knex, roundId: number, unitId: number): Promise<Sheet[]> {
  return (await countedSheetsOf(knex, roundId, [unitId])).get(unitId) ?? [];
}

/** The same of several units, by the unit's row. */
export async function countedSheetsOf(
  knex: Knex,
  roundId: number,
  unitIds: readonly number[],
): Promise<Map<number, Sheet[]>> {
  const rows = await knex('evaluations as e')
    .join('up_users as u', 'u.id', 'e.evaluator_id')
    .where({ 'e.round_id': roundId })
    .whereIn('e.unit_id', [...unitIds])
    .whereIn('e.state', [...COUNTED_SHEET_STATES])
    .orderBy('e.id')
    .select(
      'e.document_id',
      'e.unit_id',
      'e.entries',
      'e.source',
      'e.comment',
      'e.moderated',
      'u.document_id as evaluator',
      'u.display_name',
    );
  const sheets = new Map<number, Sheet[]>();
  for (const row of rows) {
    const sheet: Sheet = {
      id: row.document_id,
      evaluatorId: row.evaluator,
      evaluatorName: row.display_name,
      source: row.source,
      entries: typeof row.entries === 'string' ? JSON.parse(row.entries) : (row.entries ?? {}),
      comment: row.comment ?? undefined,
      ...moderatedOf(row.moderated),
    };
    const unit = Number(row.unit_id);
    sheets.set(unit, [...(sheets.get(unit) ?? []), sheet]);
  }
  return sheets;
}

/** What talks changed on a sheet, as a part of it; nothing where there was none. */
export function moderatedOf(stored: unknown): Pick<Sheet, 'moderated'> {
  const value = (typeof stored === 'string' ? JSON.parse(stored) : stored) as Sheet['moderated'] | null;
  return value ? { moderated: value } : {};
}

/**
 * Computes one unit's result again from its counted sheets and keeps it, in the transaction of the change.
 * Readers see by the round's version that something changed.
 */
export async function refreshResult(trx: Knex.Transaction, roundId: number, unitId: number): Promise<void> {
  const round = await trx('rounds').where({ id: roundId }).first('frozen_hash');
  const { rubric } = await frozenInputs(trx, roundId, round.frozen_hash);
  // First of all: it locks the row until the commit, so that of two sheets of a unit that are submitted at the
  // same moment the second one sees the first.
  const [{ version }] = await trx('round_versions')
    .insert({ round_id: roundId, version: 1 })
    .onConflict('round_id')
    .merge({ version: trx.raw('round_versions.version + 1') })
    .returning('version');
  const sheets = await countedSheets(trx, roundId, unitId);
  const key = { round_id: roundId, unit_id: unitId };
  if (sheets.length === 0) {
    await trx('round_results').where(key).delete();
  } else {
    const { explanation: _, ...kept } = scoreUnit(rubric, sheets);
    const row = { ...key, result: JSON.stringify(kept), updated_at: Date.now(), version };
    await trx('round_results').insert(row).onConflict(['round_id', 'unit_id']).merge();
  }
}
