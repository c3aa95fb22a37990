import { type Day, dayOf } from '@jiedui/shared/calendar';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import { appealRefused, REVIEWER_ROLES, reviewerRefused } from '@jiedui/shared/round';
import type { Words } from '@jiedui/shared/text';
import type { Knex } from 'knex';
import { clock } from '../clock';
import { evaluatorsWithTies, groundOf, unitsWithTies } from './ties';

/** The published result of a unit that an appeal is made against. */
export type Appealed = {
  round: number;
  unit: number;
  unitName: string;
  appealBy: Day | null;
  corrected: boolean;
  frozenHash: string;
  example: unknown;
};

/** Null where there is no such result. */
export async function appealedResult(knex: Knex, unitResultId: unknown): Promise<Appealed | null> {
  const row = await knex('unit_results as u')
    .join('results as r', 'r.id', 'u.result_id')
    .where('u.id', unitResultId ?? null)
    .first('u.round_id', 'u.unit_id', 'u.unit_name', 'u.appeal_by', 'u.example', 'r.number', 'r.frozen_hash');
  if (!row) return null;
  const later = await knex('results')
    .where({ round_id: row.round_id })
    .where('number', '>', row.number)
    .first('id');
  return {
    round: Number(row.round_id),
    unit: Number(row.unit_id),
    unitName: String(row.unit_name),
    appealBy: row.appeal_by === null ? null : String(row.appeal_by),
    corrected: later !== undefined,
    frozenHash: String(row.frozen_hash),
    example: row.example,
  };
}

/** Why no appeal can be made against it today; null when one can. */
export const refusalNow = ({ appealBy, corrected }: Pick<Appealed, 'appealBy' | 'corrected'>): Words | null =>
  appealRefused({ appealBy, corrected, today: dayOf(clock().now()) });

export function refusedNow(appealed: Appealed): FieldError[] {
  const words = refusalNow(appealed);
  return words ? [fieldError(['unitResult'], 'GATE_NOT_MET', words)] : [];
}

/** Somebody who might review, and why they may not; null when they may. */
export type Candidate = { documentId: string; displayName: string; role: string; refused: Words | null };

type Case = { unit: number; round: number };

/** Everybody of the roles that review, or one of all accounts, with what stands against them. */
export async function reviewCandidates(knex: Knex, of: Case, account?: number): Promise<Candidate[]> {
  const chosen = (query: Knex.QueryBuilder) =>
    account === undefined
      ? query.whereIn('staff_role', [...REVIEWER_ROLES]).where({ blocked: false })
      : query.where({ id: account });
  const people = await evaluatorsWithTies(knex, (query) => void chosen(query));
  const [unit] = await unitsWithTies(knex, (query) => void query.where({ id: of.unit }));
  if (!unit) throw new Error(`The unit of an appeal is gone: ${of.unit}`);
  const roles = new Map(
    (await knex('up_users').where(chosen).select('id', 'staff_role')).map((row) => [row.id, row.staff_role]),
  );
  const parts = await knex('assignments').where({ round_id: of.round }).distinct('evaluator_id');
  const tookPart = new Set(parts.map((row) => row.evaluator_id));
  return people.map((person) => {
    const role = String(roles.get(person.id));
    const facts = { role, tookPart: tookPart.has(person.id), ground: groundOf(person, unit) };
    return {
      documentId: person.document_id,
      displayName: person.display_name,
      role,
      refused: reviewerRefused(facts),
    };
  });
}

/** What stands against the reviewer of an appeal. */
export async function reviewerErrors(knex: Knex, of: Case, reviewer: unknown): Promise<FieldError[]> {
  const [found] = await reviewCandidates(knex, of, Number(reviewer));
  const words = found?.refused;
  return words ? [fieldError(['reviewer'], 'RECUSAL', words)] : [];
}
