import { canonicalJson, contentHash, sha256Hex } from '@jiedui/shared/canonical';
import {
  inputsHashOf,
  type OutcomeDifference,
  outcomeDifferences,
  outcomeHashOf,
  type RoundStatistics,
  replayOutcome,
  replayStatistics,
  type UnitInputs,
  type UnitOutcome,
} from '@jiedui/shared/round';
import { engineVersion } from '@jiedui/shared/scoring';
import type { Knex } from 'knex';
import { correctionFaults } from './correction-faults';
import { type Frozen, readFrozen } from './frozen';
import { storedBulletinState } from './kept-bulletin';
import { listedDifferences, listedOf } from './listed-result';

/** What was found when a published result was computed again. Equal when `faults` and `differences` are empty. */
export type Recomputed = {
  name: string;
  round: string;
  units: number;
  /** The engine that made it and the one that computed it now. */
  engine: { published: string; now: string };
  /** What of the inputs is not what was signed off, in words. */
  faults: string[];
  differences: OutcomeDifference[];
  statisticsDiffer: boolean;
  /** Whether a fingerprint of the bulletin was kept at the sign-off, so that it could be compared. */
  bulletinKept: boolean;
};

type ResultRow = {
  id: number;
  name: string;
  round_id: number;
  round: string;
  number: number;
  appeal_id: number | null;
  engine_version: string;
  frozen_hash: string;
  inputs_hash: string;
  outcome_hash: string;
  bulletin_hash: string | null;
  statistics: unknown;
};

/**
 * Computes published results again from their frozen inputs, and compares: those of one round (its address or its
 * name), or all for null. Needs the database alone.
 */
export async function recomputeResults(knex: Knex, round: string | null): Promise<Recomputed[]> {
  const query = knex('results as r')
    .join('rounds as o', 'o.id', 'r.round_id')
    .orderBy(['r.round_id', 'r.number'])
    .select('r.*', 'o.document_id as round');
  if (round) query.where((either) => either.where('o.document_id', round).orWhere('o.name', round));
  const found: Recomputed[] = [];
  for (const row of (await query) as ResultRow[]) found.push(await recompute(knex, row));
  return found;
}

async function recompute(knex: Knex, row: ResultRow): Promise<Recomputed> {
  const faults: string[] = [];
  const frozen = await frozenBehind(knex, row, faults);
  const published = await publishedUnits(knex, row.id, faults);
  const inputs = await inputsOf(knex, row.id);
  const hashes = Object.fromEntries([...inputs].map(([unit, text]) => [unit, sha256Hex(text)]));
  for (const { outcome, inputsHash } of published) {
    const text = inputs.get(outcome.unit);
    if (text === undefined) faults.push(`“${outcome.name}”的评分表不见了。`);
    else if (parsed(text) === null) faults.push(`“${outcome.name}”的评分表已损坏,无法读取。`);
    else if (sha256Hex(text) !== inputsHash) faults.push(`“${outcome.name}”的评分表与公布时的指纹不符。`);
  }
  const inputsHash = inputsHashOf(row.frozen_hash, hashes);
  // The engine is part of the hash: by another one it is another, and only the figures can be compared.
  const sameEngine = row.engine_version === engineVersion;
  if (sameEngine && inputsHash !== row.inputs_hash) faults.push('全部输入的指纹与签发时不符。');
  const before = published.map(({ outcome }) => outcome);
  const statistics = parsed(row.statistics) as RoundStatistics;
  if (sameEngine && outcomeHashOf(row.inputs_hash, before, statistics) !== row.outcome_hash)
    faults.push('保存的结果与签发时的指纹不符。');
  if (frozen) faults.push(...(await correctionFaults(knex, row, frozen.rubric, inputs)));
  const bulletin = await storedBulletinState(knex, row);
  if (bulletin === 'differs') faults.push('保存的通报与签发时的指纹不符。');
  const units = readableInputs(inputs);
  const now = frozen && {
    units: replayOutcome(frozen, units),
    statistics: replayStatistics(frozen.rubric, units, row.frozen_hash),
  };
  const listed = frozen ? published.flatMap((one) => asListed(frozen, one, now?.units ?? [])) : [];
  return {
    name: row.name,
    round: row.round,
    units: before.length,
    engine: { published: row.engine_version, now: engineVersion },
    faults,
    differences: [...(now ? outcomeDifferences(before, now.units) : []), ...listed],
    statisticsDiffer: now !== null && canonicalJson(now.statistics) !== canonicalJson(statistics),
    bulletinKept: bulletin !== 'unknown',
  };
}

async function frozenBehind(knex: Knex, row: ResultRow, faults: string[]): Promise<Frozen | null> {
  const round = await knex('rounds').where({ id: row.round_id }).first('frozen', 'frozen_hash');
  const frozen = parsed(round?.frozen);
  if (!frozen || contentHash(frozen) !== row.frozen_hash || round.frozen_hash !== row.frozen_hash) {
    faults.push('冻结的测评体系、名单或分工与签发时的指纹不符。');
  }
  try {
    return readFrozen(contentHash(frozen), frozen);
  } catch {
    faults.push('冻结的测评体系无法读取。');
    return null;
  }
}

type Published = { outcome: UnitOutcome; inputsHash: string; row: Record<string, unknown> };

/**
 * The row of a unit beside the result that it was made of: lists and exports read nothing else. Where that result
 * itself is another one now, this has been told, and the row may be of either.
 */
function asListed({ rubric }: Frozen, { outcome, row }: Published, order: readonly UnitOutcome[]) {
  const at = order.findIndex(({ unit }) => unit === outcome.unit);
  const now = order[at] ?? outcome;
  const known = listedDifferences(row, listedOf(rubric, now, at), now).map(({ what }) => what);
  return listedDifferences(row, listedOf(rubric, outcome, at), outcome).filter(({ what }) =>
    known.includes(what),
  );
}

async function publishedUnits(knex: Knex, resultId: number, faults: string[]) {
  const rows = await knex('unit_results')
    .where({ result_id: resultId })
    .orderBy('place')
    .select('unit_name', 'unit_class', 'place', 'rank', 'ranked', 'total', 'band', 'figures', 'inputs_hash');
  return rows.flatMap((row): Published[] => {
    const outcome = parsed(row.figures) as UnitOutcome | null;
    if (!outcome) faults.push(`“${row.unit_name}”保存的结果已损坏,无法读取。`);
    return outcome ? [{ outcome, inputsHash: String(row.inputs_hash), row }] : [];
  });
}

async function inputsOf(knex: Knex, resultId: number): Promise<Map<string, string>> {
  const rows = await knex('result_inputs as i')
    .join('units as u', 'u.id', 'i.unit_id')
    .where('i.result_id', resultId)
    .orderBy('i.unit_id')
    .select('u.document_id', 'i.inputs');
  return new Map(rows.map((row) => [String(row.document_id), String(row.inputs)]));
}

/** Without what is no JSON any more: that has been told of. */
function readableInputs(inputs: ReadonlyMap<string, string>): Map<string, UnitInputs> {
  const read = [...inputs].map(([unit, text]) => [unit, parsed(text) as UnitInputs | null] as const);
  return new Map(read.filter((entry): entry is [string, UnitInputs] => entry[1] !== null));
}

/** A stored value; null where it is no JSON: whoever changed it by hand need not have left any. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? null;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
