import { contentHash } from '@jiedui/shared/canonical';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import { mayOpenWith } from '@jiedui/shared/round';
import { readRubric, type SourceCode } from '@jiedui/shared/rubric';
import { engineVersion } from '@jiedui/shared/scoring';
import type { Words } from '@jiedui/shared/text';
import type { Knex } from 'knex';
import type { Effects, StepContext } from '../guard/steps';
import { within } from '../read/run';
import { connectionOf } from './connection';
import { periodOf } from './figures/of-round';
import type { Frozen, RosterUnit } from './frozen';
import { layOutSheets } from './lay-out';

type AssignmentRow = {
  id: number;
  unit_id: number;
  evaluator_id: number;
  source: SourceCode;
  unit_document: string;
  unit_name: string;
  unit_class: string;
  evaluator_document: string;
};

/** A round opens with an adopted rubric and at least one assignment. */
export async function roundGate({ trx, stored }: StepContext): Promise<FieldError[]> {
  const rubric = await trx('rubrics').where({ id: stored.values.rubric }).first('state', 'definition');
  const errors: FieldError[] = [];
  if (!rubric || !mayOpenWith(rubric.state)) {
    errors.push(
      fieldError(['rubric'], 'GATE_NOT_MET', {
        zh: '测评体系尚未启用。',
        en: 'The rubric is not adopted yet.',
      }),
    );
  }
  if (!(await trx('assignments').where({ round_id: stored.id }).first('id'))) {
    const message = { zh: '还没有安排测评分工。', en: 'No evaluator is assigned yet.' };
    errors.push(fieldError(['assignments'], 'GATE_NOT_MET', message));
  }
  errors.push(...(await declaredSince(trx, stored.id)));
  const { advice } = await connectionOf(trx, stored.id);
  if (advice) errors.push(fieldError(['assignments'], 'GATE_NOT_MET', unconnected(advice)));
  return errors;
}

/** Assignments that a recusal declared after the planning stands against: somebody else has to be found first. */
async function declaredSince(trx: Knex.Transaction, roundId: number): Promise<FieldError[]> {
  const rows = await trx('assignments as a')
    .join('recusals as c', (on) => on.on('c.evaluator_id', 'a.evaluator_id').on('c.unit_id', 'a.unit_id'))
    .join('units as u', 'u.id', 'a.unit_id')
    .join('up_users as e', 'e.id', 'a.evaluator_id')
    .where('a.round_id', roundId)
    .orderBy('a.id')
    .select('u.name', 'e.display_name');
  return rows.map(({ name, display_name: evaluator }) =>
    fieldError(['assignments'], 'RECUSAL', {
      zh: `${evaluator}已申明对“${name}”回避,请改派。`,
      en: `${evaluator} is recused from ${name}; assign somebody else.`,
    }),
  );
}

const unconnected = (advice: Words): Words => ({
  zh: `分工把单位分成互不相连的几组,各组之间不能比较。${advice.zh}。`,
  en: `The assignments leave groups that cannot be compared. ${advice.en}.`,
});

export const roundEffects: Effects = {
  /** Pins rubric, roster and assignments by their fingerprint and lays out one sheet per assignment. */
  async open({ trx, actor, stored }) {
    const assignments = await assignmentsOf(trx, stored.id);
    const rubricRow = await trx('rubrics').where({ id: stored.values.rubric }).first('definition');
    const definition = rubricRow?.definition;
    const read = readRubric(typeof definition === 'string' ? JSON.parse(definition) : definition);
    if ('findings' in read) throw new Error('An adopted rubric cannot be read');
    const roster = rosterOf(assignments);
    const period = await periodOf(within(trx), stored.id);
    const frozen: Frozen = {
      engineVersion,
      rubric: read.rubric,
      roster,
      period,
      assignments: assignments.map((row) => ({
        evaluator: row.evaluator_document,
        unit: row.unit_document,
        source: row.source,
      })),
    };
    const sheets = assignments.map(({ id, unit_id, evaluator_id, source }) => ({
      id,
      round: stored.id,
      unit: unit_id,
      evaluator: evaluator_id,
      source,
    }));
    const after = () => layOutSheets(trx, sheets, stored.values.example, actor);
    return { values: { frozen, frozenHash: contentHash(frozen), roster }, after };
  },
};

async function assignmentsOf(trx: Knex.Transaction, roundId: number): Promise<AssignmentRow[]> {
  return trx('assignments as a')
    .join('units as u', 'u.id', 'a.unit_id')
    .join('up_users as e', 'e.id', 'a.evaluator_id')
    .where('a.round_id', roundId)
    .orderBy('a.id')
    .select(
      'a.id',
      'a.unit_id',
      'a.evaluator_id',
      'a.source',
      'u.document_id as unit_document',
      'u.name as unit_name',
      'u.unit_class',
      'e.document_id as evaluator_document',
    );
}

function rosterOf(assignments: AssignmentRow[]): RosterUnit[] {
  const units = new Map(
    assignments.map((row) => [
      row.unit_document,
      { documentId: row.unit_document, name: row.unit_name, unitClass: row.unit_class },
    ]),
  );
  return [...units.values()].sort((a, b) => (a.documentId < b.documentId ? -1 : 1));
}
