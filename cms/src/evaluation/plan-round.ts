import type { Actor } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import { seededOrder } from '@jiedui/shared/reliability';
import {
  acceptsPlanning,
  COMPARED_SOURCE,
  partyRole,
  planAssignments,
  RECUSAL_WORDS,
  rolesOfSource,
} from '@jiedui/shared/round';
import { SOURCE_CODES, type SourceCode } from '@jiedui/shared/rubric';
import type { ErrorCode, Words } from '@jiedui/shared/text';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { z } from 'zod';
import { Refusal } from '../guard/errors';
import { modelOf } from '../read/model';
import { transact } from '../write/actions';
import { insertRecords } from '../write/store';
import { groupsOf, pairsOf } from './connection';
import { partiesFor } from './plan-parties';
import { type EvaluatorTies, evaluatorsWithTies, groundOf, type UnitTies, unitsWithTies } from './ties';

const planInput = z.object({
  units: z.array(z.string()).max(5000).nullish(),
  unitClasses: z.array(z.string()).max(10).nullish(),
  /** Who is chosen; in a party's source the accounts of the units or towns judge, and nobody is. */
  evaluators: z.array(z.string()).max(500).default([]),
  perUnit: z.number().int().min(1).max(20).default(1),
  source: z.enum(SOURCE_CODES).default('district'),
  /** Decides the draw; the round's own address where nothing is said. */
  seed: z.string().trim().min(1).max(100).nullish(),
});
export type PlanInput = z.infer<typeof planInput>;
export type PlanOutcome = {
  created: number;
  joining: number;
  kept: number;
  seed: string;
  refused: { evaluator: string; unit: string; reason: Words }[];
  /** Units for which there is no account that judges itself, in a party's source. */
  without: string[];
};

export function readPlanInput(data: unknown): PlanInput {
  const parsed = planInput.safeParse(data);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => fieldError(issue.path.map(String), 'WRONG_TYPE'));
  throw new Refusal(400, 'BAD_INPUT', { errors });
}

/**
 * Assigns evaluators to the units of a round that has not opened; pairs that exist are kept. Who comes first is drawn by
 * the seed. A unit's own assessment and its town's are its account's and the town's. Where the units then fall into groups that nobody compares, further visits join them.
 */
export function planRound(
  strapi: Core.Strapi,
  actor: Actor,
  roundId: string,
  input: PlanInput,
): Promise<PlanOutcome> {
  const model = modelOf('assignment');
  return transact(strapi, model, async (trx) => {
    const round = await trx('rounds').where({ document_id: roundId }).first('id', 'state', 'example');
    if (!round) throw new Refusal(404, 'NOT_FOUND');
    if (!acceptsPlanning(round.state)) throw new Refusal(409, 'STATE_LOCKED');
    const units = await unitsOf(trx, input);
    const seed = input.seed ?? roundId;
    const planned = partyRole(input.source)
      ? await planParties(trx, round.id, input.source, units)
      : await planEvaluators(trx, round.id, input, units, seed);
    const rows = planned.pairs.map(({ evaluator, unit }) => ({
      values: {
        round: round.id,
        unit: unit.id,
        evaluator: evaluator.id,
        source: input.source,
        example: Boolean(round.example),
      },
    }));
    await insertRecords(trx, model, rows, { actor, action: 'create' });
    const { pairs, ...outcome } = planned;
    return { created: pairs.length, seed, ...outcome };
  });
}

type Planned = Omit<PlanOutcome, 'created' | 'seed'> & {
  pairs: { evaluator: { id: number }; unit: UnitTies }[];
};

/** One sheet for each unit that has none of this source yet. */
async function planParties(
  trx: Knex.Transaction,
  roundId: number,
  source: SourceCode,
  units: UnitTies[],
): Promise<Planned> {
  const rows = await trx('assignments').where({ round_id: roundId, source }).select('unit_id');
  const has = new Set(rows.map((row) => row.unit_id));
  const open = units.filter(({ id }) => !has.has(id));
  const found = await partiesFor(trx, source, open);
  return { ...found, joining: 0, kept: units.length - open.length, refused: [] };
}

async function planEvaluators(
  trx: Knex.Transaction,
  roundId: number,
  input: PlanInput,
  units: UnitTies[],
  seed: string,
): Promise<Planned> {
  const evaluators = await evaluatorsOf(trx, input);
  const existing = await pairsOf(trx, roundId, input.source, units, evaluators);
  const allowed = (e: EvaluatorTies, u: UnitTies) => groundOf(e, u) === null;
  const drawn = seededOrder(evaluators, seed);
  const balanced = planAssignments(units, drawn, input.perUnit, allowed, existing);
  const joining =
    input.source === COMPARED_SOURCE
      ? (groupsOf(units, evaluators, [...existing, ...balanced]).joining ?? [])
      : [];
  return {
    pairs: [...balanced, ...joining],
    joining: joining.length,
    kept: existing.length,
    refused: refusals(units, evaluators),
    without: [],
  };
}

function unitsOf(trx: Knex.Transaction, { units, unitClasses }: PlanInput): Promise<UnitTies[]> {
  return unitsWithTies(trx, (query) => {
    if (units) query.whereIn('document_id', units);
    if (unitClasses) query.whereIn('unit_class', unitClasses);
  });
}

async function evaluatorsOf(
  trx: Knex.Transaction,
  { evaluators, source }: PlanInput,
): Promise<EvaluatorTies[]> {
  if (evaluators.length === 0) throw refusedEvaluators('REQUIRED');
  const rows = await evaluatorsWithTies(trx, (query) => {
    query.whereIn('document_id', evaluators).whereIn('staff_role', rolesOfSource(source));
  });
  if (rows.length < new Set(evaluators).size) throw refusedEvaluators('UNKNOWN_RELATION');
  return rows;
}

const refusedEvaluators = (code: ErrorCode) =>
  new Refusal(400, 'BAD_INPUT', { errors: [fieldError(['evaluators'], code)] });

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
