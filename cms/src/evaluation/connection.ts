import { components, joiningVisits, joiningWords } from '@jiedui/shared/reliability';
import {
  COMPARED_SOURCE,
  LEFT_SHEET_STATES,
  planReplacements,
  replacementWords,
  WITHDRAWN_SHEET_STATES,
} from '@jiedui/shared/round';
import type { SourceCode } from '@jiedui/shared/rubric';
import type { Words } from '@jiedui/shared/text';
import type { Knex } from 'knex';
import { frozenInputs } from './sheet-rubric';
import { type EvaluatorTies, evaluatorsWithTies, groundOf, type UnitTies, unitsWithTies } from './ties';

/** Whether the units of a round can be compared with each other. */
export type Connection = {
  /** The units of each group within which they can be; one group: all of them. */
  groups: string[][];
  /** What joins the groups, in words; null when there is one, or when recusals leave no way. */
  advice: Words | null;
  /** Who could take over what was lost by recusal, in words; null when nothing was. */
  replacements: Words | null;
};

type Pair = { evaluator: EvaluatorTies; unit: UnitTies };

/** The pairs of a source in a round, of these units and evaluators; not those whose evaluator was recused. */
export async function pairsOf(
  knex: Knex,
  roundId: number,
  source: SourceCode,
  units: readonly UnitTies[],
  evaluators: readonly EvaluatorTies[],
): Promise<Pair[]> {
  const left = knex('evaluations')
    .where({ round_id: roundId })
    .whereIn('state', [...LEFT_SHEET_STATES])
    .select('assignment_id');
  const rows = await knex('assignments')
    .where({ round_id: roundId, source })
    .whereNotIn('id', left)
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
  const named = joining?.map(namesOf) ?? [];
  const lacking = await lackingOf(knex, roundId, units, pairs);
  const allowed = (evaluator: EvaluatorTies, unit: UnitTies) => groundOf(evaluator, unit) === null;
  const visits = planReplacements(lacking, evaluators, allowed, pairs).map(namesOf);
  const short = lacking.map(({ unit, count }) => ({ unit: unit.name, count }));
  return { groups, advice: joiningWords(named), replacements: replacementWords(short, visits) };
}

const namesOf = ({ evaluator, unit }: Pair) => ({ rater: evaluator.display_name, unit: unit.name });

/** The units that have fewer evaluators left than the round opened with, withdrawn ones aside, and by how many. */
async function lackingOf(
  knex: Knex,
  roundId: number,
  units: readonly UnitTies[],
  pairs: readonly Pair[],
): Promise<{ unit: UnitTies; count: number }[]> {
  const { frozen_hash } = await knex('rounds').where({ id: roundId }).first('frozen_hash');
  if (!frozen_hash) return [];
  const { assignments } = await frozenInputs(knex, roundId, frozen_hash);
  const asked = countBy(
    assignments.filter(({ source }) => source === COMPARED_SOURCE).map(({ unit }) => unit),
  );
  const withdrawn = await knex('evaluations as e')
    .join('units as u', 'u.id', 'e.unit_id')
    .where({ 'e.round_id': roundId, 'e.source': COMPARED_SOURCE })
    .whereIn('e.state', [...WITHDRAWN_SHEET_STATES])
    .select('u.document_id');
  const given = countBy(withdrawn.map(({ document_id }) => document_id));
  const left = countBy(pairs.map(({ unit }) => unit.document_id));
  return units.flatMap((unit) => {
    const [wanted, gone, there] = [asked, given, left].map((counts) => counts.get(unit.document_id) ?? 0);
    const count = (wanted ?? 0) - (gone ?? 0) - (there ?? 0);
    return count > 0 ? [{ unit, count }] : [];
  });
}

function countBy(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
