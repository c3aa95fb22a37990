import { acceptsAdditions, acceptsScores, COMPARED_SOURCE, tellsCalibration } from '@jiedui/shared/round';
import type { Knex } from 'knex';
import type { AuditActor } from '../audit/entry';
import { modelOf } from '../read/model';
import type { Values } from '../write/column-values';
import { lockToRely } from '../write/row-locks';
import { insertRecords } from '../write/store';
import { evaluatorsWithTies, groundOf, unitsWithTies } from './ties';

/** What a calibration case is called in the names of its round and its assignments. */
export const CASE_WORDS = '校准案例';

/** Somebody who scores a calibration case, by row ids. */
export const caseAssignment = (round: number, unit: number, evaluator: number, example: boolean) => ({
  values: { round, unit, evaluator, source: COMPARED_SOURCE, reason: CASE_WORDS, example },
});

/** Those of the accounts that `narrow` leaves who are not recused from the unit, by row ids. */
export async function freeOf(
  knex: Knex,
  unitId: number,
  narrow: (query: Knex.QueryBuilder) => void,
): Promise<number[]> {
  const [unit] = await unitsWithTies(knex, (query) => query.where({ id: unitId }));
  const evaluators = await evaluatorsWithTies(knex, narrow);
  return unit ? evaluators.filter((one) => groundOf(one, unit) === null).map(({ id }) => id) : [];
}

/** Whoever comes to a round later scores its calibration case too. */
export async function joinCalibration(
  trx: Knex.Transaction,
  rows: readonly { values: Values }[],
  actor: AuditActor,
): Promise<void> {
  const scoring = rows.filter(({ values }) => values.source === COMPARED_SOURCE);
  const rounds = [...new Set(scoring.map(({ values }) => Number(values.round)))];
  // A case that is just being made is waited for.
  await lockToRely(trx, trx('rounds').whereIn('id', rounds).orderBy('id').select('id'));
  const cases = await trx('rounds')
    .whereIn('calibrates_id', rounds)
    .select('id', 'calibrates_id', 'state', 'example');
  for (const one of cases) {
    if (!acceptsAdditions(one.state)) continue;
    const sheets = await trx('evaluations').where({ round_id: one.id }).select('state');
    // Whoever has been told would read a further sheet off the difference.
    const told =
      acceptsScores(one.state) &&
      tellsCalibration(
        one.state,
        sheets.map(({ state }) => state),
      );
    if (told) continue;
    const there = await trx('assignments').where({ round_id: one.id }).select('unit_id', 'evaluator_id');
    const unit = there[0]?.unit_id;
    const known = new Set(there.map(({ evaluator_id }) => Number(evaluator_id)));
    const added = scoring.flatMap(({ values }) =>
      Number(values.round) === Number(one.calibrates_id) && !known.has(Number(values.evaluator))
        ? [Number(values.evaluator)]
        : [],
    );
    if (unit === undefined || added.length === 0) continue;
    const free = await freeOf(trx, unit, (query) => query.whereIn('id', added));
    const joining = free.map((evaluator) => caseAssignment(one.id, unit, evaluator, Boolean(one.example)));
    await insertRecords(trx, modelOf('assignment'), joining, { actor, action: 'create' });
  }
}
