import { type Day, dayOf } from '@jiedui/shared/calendar';
import { canonicalJson, sha256Hex } from '@jiedui/shared/canonical';
import {
  appealDeadline,
  correctionFrom,
  DEFAULT_APPEAL_DAYS,
  inputsHashOf,
  outcomeHashOf,
  type RoundStatistics,
  type UnitOutcome,
} from '@jiedui/shared/round';
import { engineVersion } from '@jiedui/shared/scoring';
import type { Knex } from 'knex';
import { clock } from '../clock';
import { isWorkday } from '../presets/public-holidays';
import { fromColumn, jsonOf } from '../read/codec';
import { modelOf } from '../read/model';
import { insertMany } from '../write/insert-many';
import { insertRecords, type Note, type Stored } from '../write/store';
import { signedBulletin } from './bulletin';
import type { Frozen } from './frozen';
import { bulletinHashOf, type Counted } from './kept-bulletin';
import { listedOf } from './listed-result';

/** All that a published result is made of. */
export type NewResult = {
  round: Stored;
  frozen: Frozen;
  /** The units' rows by their address. */
  ids: ReadonlyMap<string, number>;
  units: UnitOutcome[];
  /** Of every unit what its result was computed from, word for word. */
  inputs: ReadonlyMap<string, string>;
  /** How many sheets counted, and of how many evaluators. */
  counted: Counted;
  statistics: RoundStatistics;
  /** The appeal that it corrects an earlier result by. */
  appeal: number | null;
};

/** The row of a new result, and the units to which it opens a new term of appeal. */
export type Written = { id: number; number: number; renewed: number[] };

/** Keeps a result with the hash of its inputs, as the round's next number; the earlier ones stay. */
export async function writeResult(trx: Knex.Transaction, made: NewResult, note: Note): Promise<Written> {
  const { round, frozen, ids, units, statistics, appeal, counted } = made;
  const frozenHash = String(round.values.frozenHash);
  const hashes = Object.fromEntries([...made.inputs].map(([unit, text]) => [unit, sha256Hex(text)]));
  const inputsHash = inputsHashOf(frozenHash, hashes);
  const signedAt = clock().now();
  const number = (await lastNumber(trx, round.id)) + 1;
  const earlier = await earlierResult(trx, round.id, number);
  const correction = earlier && correctionFrom(number, earlier, units);
  const { rubric } = frozen;
  const signed = { round, rubric, units, statistics, correction, counted, signedAt };
  const bulletin = await signedBulletin(trx, signed);
  const common = { name: `${round.values.name}(第${number}号)`, round: round.id, signedAt };
  const values = {
    ...common,
    number,
    reason: note.reason ?? null,
    engineVersion,
    frozenHash,
    inputsHash,
    outcomeHash: outcomeHashOf(inputsHash, units, statistics),
    bulletinHash: bulletinHashOf(bulletin),
    statistics,
    appeal,
    example: round.values.example,
  };
  const [result] = await insertRecords(trx, modelOf('result'), [{ values }], note);
  if (!result) throw new Error('The result was not inserted');
  await trx('result_bulletins').insert({ result_id: result.id, ...bulletin });
  const terms = appealTerms(round, earlier, units);
  const rows = units.map((unit, at) => ({
    values: {
      ...common,
      result: result.id,
      ...listedOf(rubric, unit, at),
      figures: unit,
      unit: ids.get(unit.unit),
      inputsHash: hashes[unit.unit],
      appealBy: terms(unit).by,
      example: round.values.example,
    },
  }));
  // Whose appeal it was, and on what, is nothing to the other units.
  const told = appeal === null ? note : { ...note, reason: null };
  await insertRecords(trx, modelOf('unit-result'), rows, told);
  const kept = [...made.inputs].map(([unit, inputs]) => ({
    result_id: result.id,
    unit_id: ids.get(unit),
    inputs,
  }));
  await insertMany(trx, 'result_inputs', kept, 'unit_id');
  const renewed = units.filter((unit) => terms(unit).renewed).flatMap(({ unit }) => ids.get(unit) ?? []);
  return { id: result.id, number, renewed };
}

async function lastNumber(trx: Knex.Transaction, roundId: number): Promise<number> {
  const row = await trx('results').where({ round_id: roundId }).max({ last: 'number' }).first();
  return Number(row?.last ?? 0);
}

/** The result that a new one corrects, and until when its units may appeal. */
type Earlier = { number: number; signedOn: Day; units: UnitOutcome[]; appealBy: Map<string, Day | null> };

async function earlierResult(
  trx: Knex.Transaction,
  roundId: number,
  number: number,
): Promise<Earlier | null> {
  const rows = await trx('unit_results as u')
    .join('results as r', 'r.id', 'u.result_id')
    .where({ 'r.round_id': roundId, 'r.number': number - 1 })
    .orderBy('u.place')
    .select('u.figures', 'u.appeal_by', 'r.signed_at');
  const [first] = rows;
  if (!first) return null;
  const units = rows.map(({ figures }) => jsonOf<UnitOutcome>(figures));
  const appealBy = units.map(({ unit }, at): [string, Day | null] => [
    unit,
    rows[at].appeal_by === null ? null : String(rows[at].appeal_by),
  ]);
  const signedOn = dayOf(String(fromColumn({ type: 'datetime' }, first.signed_at)));
  return { number: number - 1, signedOn, units, appealBy: new Map(appealBy) };
}

/** A correction opens a new term for the units whose result it changes, and leaves the others theirs. */
function appealTerms(round: Stored, earlier: Earlier | null, units: readonly UnitOutcome[]) {
  const days = Number(round.values.appealDays ?? DEFAULT_APPEAL_DAYS);
  const anew = { by: appealDeadline(dayOf(clock().now()), days, isWorkday) as Day | null, renewed: true };
  if (!earlier) return () => anew;
  if (earlier.units.length !== units.length) throw new Error('The earlier result has other units');
  const before = new Map(earlier.units.map((outcome) => [outcome.unit, canonicalJson(outcome)]));
  return (unit: UnitOutcome) =>
    before.get(unit.unit) === canonicalJson(unit)
      ? { by: earlier.appealBy.get(unit.unit) ?? null, renewed: false }
      : anew;
}
