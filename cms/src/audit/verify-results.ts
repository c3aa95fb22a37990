import { canonicalJson, contentHash } from '@jiedui/shared/canonical';
import { figureValues } from '@jiedui/shared/metric';
import { COUNTED_SHEET_STATES } from '@jiedui/shared/round';
import { scoreUnit } from '@jiedui/shared/scoring';
import type { Knex } from 'knex';
import { type Frozen, readFrozen } from '../evaluation/frozen';
import { countedSheets, readFigures } from '../evaluation/results';
import type { Finding } from './verify';

type Report = (finding: Finding) => void;
type RoundRow = { id: number; document_id: string; frozen: unknown; frozen_hash: string };

/**
 * Computes every kept result again from the frozen rubric and the submitted sheets. The results are made from
 * audited records, so they have no entries of their own. Returns how many it compared.
 */
export async function verifyResults(knex: Knex, report: Report): Promise<number> {
  const rounds = (await knex('rounds')
    .whereNotNull('frozen_hash')
    .orderBy('id')
    .select('id', 'document_id', 'frozen', 'frozen_hash')) as RoundRow[];
  let count = 0;
  for (const round of rounds) {
    const frozen = (typeof round.frozen === 'string' ? JSON.parse(round.frozen) : round.frozen) as Frozen;
    if (contentHash(frozen) !== round.frozen_hash) {
      const words = `测评轮次 ${round.document_id} 冻结的测评体系与其指纹不符。`;
      report({ code: 'ROUND_CHANGED', where: `round ${round.document_id}`, words });
      continue;
    }
    for (const unitId of await unitsOf(knex, round.id)) {
      await verifyUnit(knex, round, unitId, report);
      count += 1;
    }
  }
  return count;
}

/** Units with a counted sheet or a kept result. */
async function unitsOf(knex: Knex, roundId: number): Promise<number[]> {
  const scored = await knex('evaluations')
    .where({ round_id: roundId })
    .whereIn('state', [...COUNTED_SHEET_STATES])
    .distinct('unit_id');
  const kept = await knex('round_results').where({ round_id: roundId }).select('unit_id');
  return [...new Set([...scored, ...kept].map((row) => Number(row.unit_id)))].sort((a, b) => a - b);
}

async function verifyUnit(knex: Knex, round: RoundRow, unitId: number, report: Report): Promise<void> {
  const { rubric } = readFrozen(round.frozen_hash, round.frozen);
  const sheets = await countedSheets(knex, round.id, unitId);
  const kept = await knex('round_results')
    .where({ round_id: round.id, unit_id: unitId })
    .first('result', 'figures');
  const { explanation: _, ...computed } = scoreUnit(rubric, sheets, figureValues(readFigures(kept?.figures)));
  const expected = sheets.length > 0 ? canonicalJson(plain(computed)) : null;
  const found = kept ? canonicalJson(JSON.parse(String(kept.result))) : null;
  if (expected === found) return;
  const unit = await knex('units').where({ id: unitId }).first('name');
  const words = `测评轮次 ${round.document_id} 中“${unit?.name ?? unitId}”的结果与评分表不符。`;
  report({ code: 'RESULT_DIFFERS', where: `round ${round.document_id} unit ${unitId}`, words });
}

/** As it is kept: without what JSON does not write. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
