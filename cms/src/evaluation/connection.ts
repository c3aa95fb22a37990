import { components, joiningVisits, joiningWords } from '@jiedui/shared/reliability';
import { COMPARED_SOURCE } from '@jiedui/shared/round';
import type { SourceCode } from '@jiedui/shared/rubric';
import type { Words } from '@jiedui/shared/text';
import type { Knex } from 'knex';
import { type EvaluatorTies, evaluatorsWithTies, groundOf, type UnitTies, unitsWithTies } from './ties';

/** Whether the units of a round can be compared with each other. */
export type Connection = {
  /** The units of each group within which they can be; one group: all of them. */
  groups: string[][];
  /** What joins the groups, in words; null when there is one, or when recusals leave no way. */
  advice: Words | null;
};

type Pair = { evaluator: EvaluatorTies; unit: UnitTies };

/** The pairs of a source in a round, of these units and evaluators. */
export async function pairsOf(
  knex: Knex,
  roundId: number,
  source: SourceCode,
  units: readonly UnitTies[],
  evaluators: readonly EvaluatorTies[],
): Promise<Pair[]> {
  const rows = await knex('assignments')
    .where({ round_id: roundId, source })
    .select('unit_id', 'evaluator_id');
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const evaluatorById = new Map(evaluators.map((evaluator) => [evaluator.id, evaluator]));
  return rows.flatMap((row) => {
    const unit = unitById.get(row.unit_id);
    const evaluator = evaluatorById.get(row.evaluator_id);
    return unit && evaluator ? [{ unit, evaluator }] : [];
  });
}

/** The groups of units that common evaluators connect, and the pairs that join them; null where recusals leave no way. */
export function groupsOf(
  units: readonly UnitTies[],
  evaluators: readonly EvaluatorTies[],
  pairs: readonly Pair[],
): { groups: string[][]; joining: Pair[] | null } {
  const unitBy = new Map(units.map((unit) => [unit.document_id, unit]));
  const evaluatorBy = new Map(evaluators.map((evaluator) => [evaluator.document_id, evaluator]));
  const pairOf = (rater: string, visited: string): Pair[] => {
    const [evaluator, unit] = [evaluatorBy.get(rater), unitBy.get(visited)];
    return evaluator && unit ? [{ evaluator, unit }] : [];
  };
  const graph = {
    units: [...unitBy.keys()],
    raters: [...evaluatorBy.keys()],
    visits: pairs.map(({ unit, evaluator }) => ({ unit: unit.document_id, rater: evaluator.document_id })),
  };
  const visits = joiningVisits(graph, (rater, visited) =>
    pairOf(rater, visited).some(({ evaluator, unit }) => groundOf(evaluator, unit) === null),
  );
  return {
    groups: components(graph).map((group) => group.units.map((id) => unitBy.get(id)?.name ?? '')),
    joining: visits?.flatMap(({ rater, unit }) => pairOf(rater, unit)) ?? null,
  };
}

/**
 * Whether a chain of common evaluators leads from each unit of a round to every other one, by its assignments, and
 * which further visits would join them.
 */
export async function connectionOf(knex: Knex, roundId: number): Promise<Connection> {
  const assigned = (column: string) =>
    knex('assignments').where({ round_id: roundId, source: COMPARED_SOURCE }).select(column);
  const units = await unitsWithTies(knex, (query) => query.whereIn('id', assigned('unit_id')));
  const evaluators = await evaluatorsWithTies(knex, (query) => query.whereIn('id', assigned('evaluator_id')));
  const pairs = await pairsOf(knex, roundId, COMPARED_SOURCE, units, evaluators);
  const { groups, joining } = groupsOf(units, evaluators, pairs);
  const named = joining?.map(({ evaluator, unit }) => ({ rater: evaluator.display_name, unit: unit.name }));
  return { groups, advice: joiningWords(named ?? []) };
}
