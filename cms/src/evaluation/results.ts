import type { Figures } from '@jiedui/shared/metric';
import { COUNTED_SHEET_STATES } from '@jiedui/shared/round';
import type { Sheet, UnitScore } from '@jiedui/shared/scoring';
import type { Knex } from 'knex';
import { jsonOf } from '../read/codec';

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

/** Figures as they are kept; those of results that were kept before there were any are none. */
export const readFigures = (stored: unknown): Figures =>
  stored ? (JSON.parse(String(stored)) as Figures) : {};

/** What talks changed on a sheet, as a part of it; nothing where there was none. */
export function moderatedOf(stored: unknown): Pick<Sheet, 'moderated'> {
  const value = jsonOf<Sheet['moderated'] | null>(stored);
  return value ? { moderated: value } : {};
}
