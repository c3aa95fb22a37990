import { type Actor, hasDuty } from '@jiedui/shared/access';
import { sha256Hex } from '@jiedui/shared/canonical';
import { type RoundStatistics, standingOf, type UnitInputs, type UnitOutcome } from '@jiedui/shared/round';
import { type Sheet, scoreUnit } from '@jiedui/shared/scoring';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { frozenOf } from './summary';

/**
 * A unit's published result as the unit reads it: where it stands, what was missing to the next band, and how every
 * point came about. Made from what was published, never from what is on the sheets now.
 */
export async function unitStanding(actor: Actor, documentId: string) {
  const record = await findRecord(modelOf('unit-result'), actor, documentId, {
    fields: ['figures', 'signedAt'],
  });
  const { id, figures } = record as typeof record & { figures: UnitOutcome };
  const [row] = await reader().all(
    `SELECT u.round_id, r.name, r.number, r.inputs_hash, r.outcome_hash, r.frozen_hash, r.statistics, i.inputs
     FROM unit_results u JOIN results r ON r.id = u.result_id
     JOIN result_inputs i ON i.result_id = u.result_id AND i.unit_id = u.unit_id WHERE u.id = ?`,
    [id],
  );
  if (!row) throw new Error(`A published result without inputs: ${documentId}`);
  const { rubric } = await frozenOf(Number(row.round_id), String(row.frozen_hash));
  const inputs = JSON.parse(String(row.inputs)) as UnitInputs;
  const named = hasDuty(actor.role, 'readSummary');
  const sheets = named ? inputs.sheets : withoutNames(inputs.sheets, String(row.inputs_hash));
  return {
    result: {
      name: row.name,
      number: Number(row.number),
      signedAt: record.signedAt,
      inputsHash: row.inputs_hash,
      outcomeHash: row.outcome_hash,
    },
    unit: figures,
    digits: rubric.digits,
    standing: standingOf(rubric, figures),
    interval: intervalOf(row.statistics, figures.unit),
    explanation: sheets.length > 0 ? scoreUnit(rubric, sheets, inputs.metrics).explanation : null,
  };
}

/** The ranks that the unit might as well have had; null where they could not be computed. */
function intervalOf(statistics: unknown, unit: string) {
  const { ranks } = (typeof statistics === 'string' ? JSON.parse(statistics) : statistics) as RoundStatistics;
  const own = ranks?.units[unit];
  return ranks && own ? { ...own, level: ranks.level, resamples: ranks.resamples, seed: ranks.seed } : null;
}

/** A unit reads what was judged, not by whom: evaluators are lettered in an order that tells nothing. */
function withoutNames(sheets: readonly Sheet[], seed: string): Sheet[] {
  const key = ({ id }: Sheet) => sha256Hex(`${seed} ${id}`);
  return [...sheets]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map((sheet, at) => {
      const letter = String.fromCharCode(65 + (at % 26)) + (at < 26 ? '' : Math.floor(at / 26));
      return { ...sheet, id: letter, evaluatorId: letter, evaluatorName: `测评员${letter}` };
    });
}
