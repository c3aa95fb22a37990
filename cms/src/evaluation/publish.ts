import { canonicalJson, sha256Hex } from '@jiedui/shared/canonical';
import { figureValues } from '@jiedui/shared/metric';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import {
  inputsHashOf,
  outcomeHashOf,
  outcomeOf,
  type RoundStatistics,
  scoreOf,
  statisticsOf,
  type UnitInputs,
  type UnitOutcome,
} from '@jiedui/shared/round';
import { bandIn, type Rubric } from '@jiedui/shared/rubric';
import { engineVersion, type UnitScore } from '@jiedui/shared/scoring';
import type { Knex } from 'knex';
import { clock } from '../clock';
import type { Effects, StepContext } from '../guard/steps';
import { modelOf } from '../read/model';
import { insertMany } from '../write/insert-many';
import { insertRecords, type Note, type Stored } from '../write/store';
import type { Frozen } from './frozen';
import { countedSheetsOf, readFigures } from './results';
import { frozenInputs } from './sheet-rubric';
import { trustWithin } from './trust';

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
  const { scores, inputs } = await gather(trx, round.id, frozen, ids);
  const units = outcomeOf(frozen, scores);
  const frozenHash = String(round.values.frozenHash);
  const hashes = Object.fromEntries([...inputs].map(([unit, text]) => [unit, sha256Hex(text)]));
  const inputsHash = inputsHashOf(frozenHash, hashes);
  const signedAt = clock().now();
  const number = await nextNumber(trx, round.id);
  const values = {
    name: `${round.values.name}(第${number}号)`,
    round: round.id,
    number,
    reason: note.reason ?? null,
    signedAt,
    engineVersion,
    frozenHash,
    inputsHash,
    outcomeHash: outcomeHashOf(inputsHash, units, statistics),
    statistics,
    example: round.values.example,
  };
  const [result] = await insertRecords(trx, modelOf('result'), [{ values }], note);
  if (!result) throw new Error('The result was not inserted');
  const common = {
    name: values.name,
    result: result.id,
    round: round.id,
    signedAt,
    example: round.values.example,
  };
  const rows = units.map((unit, at) => ({
    values: {
      ...common,
      ...shownOf(frozen.rubric, unit, at),
      unit: ids.get(unit.unit),
      inputsHash: hashes[unit.unit],
    },
  }));
  await insertRecords(trx, modelOf('unit-result'), rows, note);
  const kept = [...inputs].map(([unit, text]) => ({
    result_id: result.id,
    unit_id: ids.get(unit),
    inputs: text,
  }));
  await insertMany(trx, 'result_inputs', kept, 'unit_id');
}

/** The roster's units by their address. A unit that was scored cannot be deleted. */
async function unitIds(trx: Knex.Transaction, roundId: number): Promise<Map<string, number>> {
  const rows = await trx('units')
    .whereIn('id', trx('assignments').where({ round_id: roundId }).select('unit_id'))
    .select('id', 'document_id');
  return new Map(rows.map((row) => [String(row.document_id), Number(row.id)]));
}

/** Of every unit its inputs as text and its score, some units at a time. */
async function gather(
  trx: Knex.Transaction,
  roundId: number,
  { rubric, roster }: Frozen,
  ids: Map<string, number>,
) {
  const scores = new Map<string, UnitScore>();
  const inputs = new Map<string, string>();
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
      if (score) scores.set(unit, score);
    }
  }
  return { scores, inputs };
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

async function nextNumber(trx: Knex.Transaction, roundId: number): Promise<number> {
  const row = await trx('results').where({ round_id: roundId }).max({ last: 'number' }).first();
  return Number(row?.last ?? 0) + 1;
}

/** What lists show of a unit's result; the whole of it lies in `figures`. */
function shownOf(rubric: Rubric, unit: UnitOutcome, at: number) {
  return {
    unitName: unit.name,
    unitClass: unit.unitClass,
    place: at + 1,
    rank: unit.rank,
    ranked: unit.ranked,
    total: unit.score?.shown ?? null,
    band: bandIn(rubric, unit.unitClass, unit.band)?.label.zh ?? null,
    figures: unit,
  };
}
