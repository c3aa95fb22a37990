import { type Actor, rolesWho } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import { seededOrder } from '@jiedui/shared/reliability';
import { acceptsPlanning, COMPARED_SOURCE, planAssignments, RECUSAL_WORDS } from '@jiedui/shared/round';
import { SOURCE_CODES } from '@jiedui/shared/rubric';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { z } from 'zod';
import { Refusal } from '../guard/errors';
import { modelOf } from '../read/model';
import { transact } from '../write/actions';
import { insertRecords } from '../write/store';
import { groupsOf, pairsOf } from './connection';
import { type EvaluatorTies, evaluatorsWithTies, groundOf, type UnitTies, unitsWithTies } from './ties';

/** Roles that fill in sheets. */
const SCORING_ROLES = rolesWho('update', 'evaluation');

const planInput = z.object({
  units: z.array(z.string()).max(5000).nullish(),
  unitClasses: z.array(z.string()).max(10).nullish(),
  evaluators: z.array(z.string()).min(1).max(500),
  perUnit: z.number().int().min(1).max(20),
  source: z.enum(SOURCE_CODES).default('district'),
  /** Decides the draw; the round's own address where nothing is said. */
  seed: z.string().trim().min(1).max(100).nullish(),
});
export type PlanInput = z.infer<typeof planInput>;

export function readPlanInput(data: unknown): PlanInput {
  const parsed = planInput.safeParse(data);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => fieldError(issue.path.map(String), 'WRONG_TYPE'));
  throw new Refusal(400, 'BAD_INPUT', { errors });
}

/**
 * Assigns evaluators to the units of a round that has not opened; pairs that exist are kept. Who comes first is drawn by
 * the seed. Where the units then fall into groups that nobody compares, further visits join them.
 */
export function planRound(strapi: Core.Strapi, actor: Actor, roundId: string, input: PlanInput) {
  const model = modelOf('assignment');
  return transact(strapi, model, async (trx) => {
    const round = await trx('rounds').where({ document_id: roundId }).first('id', 'state', 'example');
    if (!round) throw new Refusal(404, 'NOT_FOUND');
    if (!acceptsPlanning(round.state)) throw new Refusal(409, 'STATE_LOCKED');
    const units = await unitsOf(trx, input);
    const evaluators = await evaluatorsOf(trx, input.evaluators);
    const existing = await pairsOf(trx, round.id, input.source, units, evaluators);
    const allowed = (e: EvaluatorTies, u: UnitTies) => groundOf(e, u) === null;
    const seed = input.seed ?? roundId;
    const drawn = seededOrder(evaluators, seed);
    const balanced = planAssignments(units, drawn, input.perUnit, allowed, existing);
    const joining =
      input.source === COMPARED_SOURCE
        ? (groupsOf(units, evaluators, [...existing, ...balanced]).joining ?? [])
        : [];
    const pairs = [...balanced, ...joining];
    const rows = pairs.map(({ evaluator, unit }) => ({
      values: {
        round: round.id,
        unit: unit.id,
        evaluator: evaluator.id,
        source: input.source,
        example: Boolean(round.example),
      },
    }));
    await insertRecords(trx, model, rows, { actor, action: 'create' });
    return {
      ...{ created: pairs.length, joining: joining.length, kept: existing.length, seed },
      refused: refusals(units, evaluators),
    };
  });
}

function unitsOf(trx: Knex.Transaction, { units, unitClasses }: PlanInput): Promise<UnitTies[]> {
  return unitsWithTies(trx, (query) => {
    if (units) query.whereIn('document_id', units);
    if (unitClasses) query.whereIn('unit_class', unitClasses);
  });
}

async function evaluatorsOf(trx: Knex.Transaction, documentIds: string[]): Promise<EvaluatorTies[]> {
  const rows = await evaluatorsWithTies(trx, (query) => {
    query.whereIn('document_id', documentIds).whereIn('staff_role', SCORING_ROLES);
  });
  if (rows.length < new Set(documentIds).size) {
    throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError(['evaluators'], 'UNKNOWN_RELATION')] });
  }
  return rows;
}

function refusals(units: UnitTies[], evaluators: EvaluatorTies[]) {
  return units.flatMap((unit) =>
    evaluators.flatMap((evaluator) => {
      const ground = groundOf(evaluator, unit);
      return ground
        ? [{ evaluator: evaluator.display_name, unit: unit.name, reason: RECUSAL_WORDS[ground] }]
        : [];
    }),
  );
}
