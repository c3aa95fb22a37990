import { components, joiningVisits, joiningWords } from '@jiedui/shared/reliability';
import { COMPARED_SOURCE } from '@jiedui/shared/round';
import type { Words } from '@jiedui/shared/text';
import type { Knex } from 'knex';
import { evaluatorsWithTies, groundOf, unitsWithTies } from './ties';

/** Whether the units of a round can be compared with each other. */
export type Connection = {
  /** The units of each group within which they can be; one group: all of them. */
  groups: string[][];
  /** What joins the groups, in words; null when there is one, or when recusals leave no way. */
  advice: Words | null;
};

/**
 * Whether a chain of common evaluators leads from each unit of a round to every other one, by its assignments, and
 * which further visits would join them.
 */
export async function connectionOf(knex: Knex, roundId: number): Promise<Connection> {
  const pairs = await knex('assignments')
    .where({ round_id: roundId, source: COMPARED_SOURCE })
    .select('unit_id', 'evaluator_id');
  const of = (column: string) => knex('assignments').where({ round_id: roundId }).select(column);
  const [units, evaluators] = await Promise.all([
    unitsWithTies(knex, (query) => query.whereIn('id', of('unit_id').where({ source: COMPARED_SOURCE }))),
    evaluatorsWithTies(knex, (query) =>
      query.whereIn('id', of('evaluator_id').where({ source: COMPARED_SOURCE })),
    ),
  ]);
  const unitById = new Map(units.map((unit) => [String(unit.id), unit]));
  const evaluatorById = new Map(evaluators.map((evaluator) => [String(evaluator.id), evaluator]));
  const graph = {
    units: [...unitById.keys()],
    raters: [...evaluatorById.keys()],
    visits: pairs.map(({ unit_id, evaluator_id }) => ({
      unit: String(unit_id),
      rater: String(evaluator_id),
    })),
  };
  const nameOfUnit = (id: string) => unitById.get(id)?.name ?? '';
  const visits = joiningVisits(graph, (rater, unit) => {
    const [evaluator, visited] = [evaluatorById.get(rater), unitById.get(unit)];
    return evaluator !== undefined && visited !== undefined && groundOf(evaluator, visited) === null;
  });
  return {
    groups: components(graph).map(({ units: members }) => members.map(nameOfUnit)),
    advice:
      visits &&
      joiningWords(
        visits.map(({ rater, unit }) => ({
          rater: evaluatorById.get(rater)?.display_name ?? '',
          unit: nameOfUnit(unit),
        })),
      ),
  };
}
