import { type Actor, rolesWho } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import { acceptsPlanning, planAssignments, RECUSAL_WORDS, recusalGround } from '@jiedui/shared/round';
import { SOURCE_CODES, type SourceCode } from '@jiedui/shared/rubric';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { z } from 'zod';
import { Refusal } from '../guard/errors';
import { modelOf } from '../read/model';
import { transact } from '../write/actions';
import { insertRecords } from '../write/store';

/** Roles that fill in sheets. */
const SCORING_ROLES = rolesWho('update', 'evaluation');

const planInput = z.object({
  units: z.array(z.string()).max(5000).nullish(),
  unitClasses: z.array(z.string()).max(10).nullish(),
  evaluators: z.array(z.string()).min(1).max(500),
  perUnit: z.number().int().min(1).max(20),
  source: z.enum(SOURCE_CODES).default('district'),
});
export type PlanInput = z.infer<typeof planInput>;

export function readPlanInput(data: unknown): PlanInput {
  const parsed = planInput.safeParse(data);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => fieldError(issue.path.map(String), 'WRONG_TYPE'));
  throw new Refusal(400, 'BAD_INPUT', { errors });
}

type UnitRow = {
  id: number;
  document_id: string;
  name: string;
  department_id: number | null;
  stations: Set<number>;
};
type EvaluatorRow = {
  id: number;
  display_name: string;
  unit_id: number | null;
  department_id: number | null;
  station_id: number | null;
};

/** Assigns evaluators to the units of a round that has not opened; pairs that exist are kept. */
export function planRound(strapi: Core.Strapi, actor: Actor, roundId: string, input: PlanInput) {
  const model = modelOf('assignment');
  return transact(strapi, model, async (trx) => {
    const round = await trx('rounds').where({ document_id: roundId }).first('id', 'state', 'example');
    if (!round) throw new Refusal(404, 'NOT_FOUND');
    if (!acceptsPlanning(round.state)) throw new Refusal(409, 'STATE_LOCKED');
    const units = await unitsOf(trx, input);
    const evaluators = await evaluatorsOf(trx, input.evaluators);
    const existing = await existingPairs(trx, round.id, input.source, units, evaluators);
    const pairs = planAssignments(
      units,
      evaluators,
      input.perUnit,
      (e, u) => groundOf(e, u) === null,
      existing,
    );
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
    return { created: pairs.length, kept: existing.length, refused: refusals(units, evaluators) };
  });
}

async function unitsOf(trx: Knex.Transaction, { units, unitClasses }: PlanInput): Promise<UnitRow[]> {
  const query = trx('units')
    .orderBy('name')
    .orderBy('id')
    .select('id', 'document_id', 'name', 'department_id');
  if (units) query.whereIn('document_id', units);
  if (unitClasses) query.whereIn('unit_class', unitClasses);
  const rows = (await query) as Omit<UnitRow, 'stations'>[];
  const pairings = await trx('pairings').select('unit_id', 'station_id');
  const stations = new Map<number, Set<number>>();
  for (const row of pairings) {
    stations.set(row.unit_id, (stations.get(row.unit_id) ?? new Set()).add(row.station_id));
  }
  return rows.map((row) => ({ ...row, stations: stations.get(row.id) ?? new Set() }));
}

async function evaluatorsOf(trx: Knex.Transaction, documentIds: string[]): Promise<EvaluatorRow[]> {
  const rows = (await trx('up_users')
    .whereIn('document_id', documentIds)
    .whereIn('staff_role', SCORING_ROLES)
    .orderBy('id')
    .select('id', 'display_name', 'unit_id', 'department_id', 'station_id')) as EvaluatorRow[];
  if (rows.length < new Set(documentIds).size) {
    throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError(['evaluators'], 'UNKNOWN_RELATION')] });
  }
  return rows;
}

async function existingPairs(
  trx: Knex.Transaction,
  roundId: number,
  source: SourceCode,
  units: UnitRow[],
  evaluators: EvaluatorRow[],
) {
  const rows = await trx('assignments')
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

function groundOf(evaluator: EvaluatorRow, unit: UnitRow) {
  return recusalGround(
    { unit: evaluator.unit_id, department: evaluator.department_id, station: evaluator.station_id },
    { unit: unit.id, department: unit.department_id, pairedStations: unit.stations },
  );
}

function refusals(units: UnitRow[], evaluators: EvaluatorRow[]) {
  return units.flatMap((unit) =>
    evaluators.flatMap((evaluator) => {
      const ground = groundOf(evaluator, unit);
      return ground
        ? [{ evaluator: evaluator.display_name, unit: unit.name, reason: RECUSAL_WORDS[ground] }]
        : [];
    }),
  );
}
