import { MACHINES } from '@jiedui/shared/workflow';
import type { Knex } from 'knex';
import type { AuditActor } from '../audit/entry';
import { modelOf } from '../read/model';
import { insertRecords } from '../write/store';

/** An assignment that gets its sheet, by row ids. */
export type LaidOut = { id: number; round: number; unit: number; evaluator: number; source: string };

/** Lays out one empty sheet per assignment. */
export async function layOutSheets(
  trx: Knex.Transaction,
  assignments: readonly LaidOut[],
  example: unknown,
  actor: AuditActor,
): Promise<void> {
  const rows = assignments.map(({ id, ...asked }) => ({
    values: { assignment: id, ...asked, entries: {}, state: MACHINES.evaluation.initial, example },
  }));
  await insertRecords(trx, modelOf('evaluation'), rows, { actor, action: 'create' });
}
