import { canonicalJson } from '@jiedui/shared/canonical';
import { figureValues } from '@jiedui/shared/metric';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import {
  outcomeOf,
  type RoundStatistics,
  scoreOf,
  statisticsOf,
  type UnitInputs,
} from '@jiedui/shared/round';
import { engineVersion, type UnitScore } from '@jiedui/shared/scoring';
import type { Knex } from 'knex';
import type { Effects, StepContext } from '../guard/steps';
import type { Note, Stored } from '../write/store';
import type { Frozen } from './frozen';
import type { Counted } from './kept-bulletin';
import { countedSheetsOf, readFigures } from './results';
import { frozenInputs } from './sheet-rubric';
import { tellPublished } from './tell-published';
import { trustWithin } from './trust';
import { writeResult } from './write-result';

const UNITS_AT_ONCE = 200;

/** Something can be published once a sheet counts. */
export async function resultGate({ trx, stored }: StepContext): Promise<FieldError[]> {
  if (await trx('round_results').where({ round_id: stored.id }).first('unit_id')) return [];
  const message = {
    zh: '还没有已提交的评分表,没有可公布的结果。',
    en: 'No sheet is submitted: nothing to publish.',
  };
  return [fieldError(['state'], 'GATE_NOT_MET', message)];
}

export const publishEffects: Effects = {
  /** The district office signs the result off: what it was computed from is kept word for word, with its hash. */
  async publish({ trx, actor, stored, reason }) {
    const after = async () => {
      const frozen = await frozenInputs(trx, stored.id, stored.values.frozenHash);
      const statistics = statisticsOf(await trustWithin(trx, stored, frozen));
      await publishResult(trx, { round: stored, frozen, statistics }, { actor, action: 'create', reason });
    };
    return { after };
  },
};

type Publication = { round: Stored; frozen: Frozen; statistics: RoundStatistics };

async function publishResult(
  trx: Knex.Transaction,
  { round, frozen, statistics }: Publication,
  note: Note,
): Promise<void> {
  const ids = await unitIds(trx, round.id);
  const { scores, inputs, counted } = await gather(trx, round.id, frozen, ids);
  const units = outcomeOf(frozen, scores);
  await writeResult(trx, { round, frozen, ids, units, inputs, counted, statistics, appeal: null }, note);
  await tellPublished(trx, round, [...ids.values()]);
}

/** The roster's units by their address. A unit that was scored cannot be deleted. */
export async function unitIds(trx: Knex.Transaction, roundId: number): Promise<Map<string, number>> {
  const rows = await trx('units')
    .whereIn('id', trx('assignments').where({ round_id: roundId }).select('unit_id'))
    .select('id', 'document_id');
  return new Map(rows.map((row) => [String(row.document_id), Number(row.id)]));
}

/** Of every unit its inputs as text and its score, some units at a time, and how many wrote how many sheets. */
async function gather(
  trx: Knex.Transaction,
  roundId: number,
  { rubric, roster }: Frozen,
  ids: Map<string, number>,
) {
  const scores = new Map<string, UnitScore>();
  const inputs = new Map<string, string>();
  const evaluators = new Set<string>();
  let count = 0;
  for (let start = 0; start < roster.length; start += UNITS_AT_ONCE) {
    const part = roster.slice(start, start + UNITS_AT_ONCE).map(({ documentId }) => documentId);
    const rowIds = part.flatMap((unit) => ids.get(unit) ?? []);
    const sheets = await countedSheetsOf(trx, roundId, rowIds);
    const kept = await keptScores(trx, roundId, rowIds);
    for (const unit of part) {
      const id = ids.get(unit);
      if (id === undefined) throw new Error(`A unit of the roster is gone: ${unit}`);
      const { score: known, metrics = {} } = kept.get(id) ?? {};
      const own: UnitInputs = { sheets: sheets.get(id) ?? [], metrics };
      const score = known ?? scoreOf(rubric, own);
      inputs.set(unit, canonicalJson(own));
      count += own.sheets.length;
      for (const { evaluatorId } of own.sheets) evaluators.add(evaluatorId);
      if (score) scores.set(unit, score);
    }
  }
  const counted: Counted = { sheets: count, evaluators: evaluators.size };
  return { scores, inputs, counted };
}

/**
 * What this engine has computed already when the sheets came in, and with which figures; what another one made is
 * computed again.
 */
async function keptScores(trx: Knex.Transaction, roundId: number, unitIds: number[]) {
  const rows = await trx('round_results')
    .where({ round_id: roundId })
    .whereIn('unit_id', unitIds)
    .select('unit_id', 'result', 'figures');
  const scores = rows.map((row) => {
    const score = JSON.parse(row.result) as UnitScore;
    const metrics = figureValues(readFigures(row.figures));
    return [
      Number(row.unit_id),
      { metrics, score: score.engineVersion === engineVersion ? score : null },
    ] as const;
  });
  return new Map(scores);
}
