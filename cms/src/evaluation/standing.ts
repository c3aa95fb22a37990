import { type Actor, hasDuty } from '@jiedui/shared/access';
import type { Day } from '@jiedui/shared/calendar';
import {
  lettered,
  type RoundStatistics,
  standingOf,
  type UnitInputs,
  type UnitOutcome,
} from '@jiedui/shared/round';
import { indicatorsOf, type Rubric } from '@jiedui/shared/rubric';
import { type Sheet, scoreUnit } from '@jiedui/shared/scoring';
import { jsonOf } from '../read/codec';
import type { Row } from '../read/database';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { refusalNow } from './appeal-facts';
import { shownPlace } from './shown-place';
import { frozenOf } from './summary';

/**
 * A unit's published result as the unit reads it: where it stands, what was missing to the next band, and how every
 * point came about. Made from what was published, never from what is on the sheets now.
 */
export async function unitStanding(actor: Actor, documentId: string) {
  const record = await findRecord(modelOf('unit-result'), actor, documentId, {
    fields: ['figures', 'signedAt', 'appealBy'],
  });
  const { id, figures } = record as typeof record & { figures: UnitOutcome };
  const [row] = await reader().all(
    `SELECT u.round_id, u.unit_id, r.name, r.number, r.inputs_hash, r.outcome_hash, r.frozen_hash, r.statistics, i.inputs
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
    indicators: indicatorsOf(rubric).map(({ indicator: { code, name } }) => ({ code, name })),
    standing: standingOf(rubric, figures),
    appeal: await appealOf(rubric, row, record.appealBy as Day | null),
    interval: intervalOf(row.statistics, figures.unit),
    explanation: sheets.length > 0 ? scoreUnit(rubric, sheets, inputs.metrics).explanation : null,
  };
}

/** How the unit can appeal, what an earlier result said of it, and the later result that stands instead. */
async function appealOf(rubric: Rubric, { round_id, unit_id, number }: Row, appealBy: Day | null) {
  const others = await reader().all(
    `SELECT u.document_id, u.figures, r.number FROM unit_results u JOIN results r ON r.id = u.result_id
     WHERE u.round_id = ? AND u.unit_id = ? ORDER BY r.number`,
    [Number(round_id), Number(unit_id)],
  );
  const earlier = others.find((other) => Number(other.number) === Number(number) - 1);
  const last = others.at(-1);
  const corrected = last !== undefined && Number(last.number) > Number(number);
  return {
    by: appealBy,
    refused: refusalNow({ appealBy, corrected }),
    before: earlier ? shownPlace(rubric, jsonOf(earlier.figures)) : null,
    later: corrected ? { documentId: String(last.document_id), number: Number(last.number) } : null,
  };
}

/** The ranks that the unit might as well have had; null where they could not be computed. */
function intervalOf(statistics: unknown, unit: string) {
  const { ranks } = jsonOf<RoundStatistics>(statistics);
  const own = ranks?.units[unit];
  return ranks && own ? { ...own, level: ranks.level, resamples: ranks.resamples, seed: ranks.seed } : null;
}

/** A unit reads what was judged, not by whom: evaluators are lettered in an order that tells nothing. */
const withoutNames = (sheets: readonly Sheet[], seed: string): Sheet[] =>
  lettered(sheets, ({ id }) => id, seed).map(({ letter, item }) => ({
    ...item,
    id: letter,
    evaluatorId: letter,
    evaluatorName: `测评员${letter}`,
  }));
