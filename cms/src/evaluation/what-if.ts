import type { Actor } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import { type WhatIfRow, whatIf } from '@jiedui/shared/round';
import { checkRubric, type Rubric, readRubric } from '@jiedui/shared/rubric';
import { Refusal } from '../guard/errors';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { publishedInputs } from './published-inputs';
import { frozenOf } from './summary';

/** A published round by another rubric, or why there is none. */
export type WhatIfAnswer = {
  /** The result it was tried on; null: nothing has been published yet. */
  result: { name: string; round: string } | null;
  rows: WhatIfRow[];
};

/** Tries a rubric, a draft as well, on the last published result of a round, or the last one of all. */
export async function tryRubric(
  actor: Actor,
  rubricId: string,
  roundId: string | null,
): Promise<WhatIfAnswer> {
  const record = await findRecord(modelOf('rubric'), actor, rubricId, { fields: ['definition'] });
  const rubric = soundRubric(record.definition);
  const [row] = await reader().all(
    `SELECT r.id, r.name, r.round_id, r.frozen_hash, o.document_id AS round
     FROM results r JOIN rounds o ON o.id = r.round_id ${roundId ? 'WHERE o.document_id = ?' : ''}
     ORDER BY r.signed_at DESC, r.id DESC LIMIT 1`,
    roundId ? [roundId] : [],
  );
  if (!row) return { result: null, rows: [] };
  const frozen = await frozenOf(Number(row.round_id), String(row.frozen_hash));
  const inputs = await publishedInputs(Number(row.id));
  const rows = await runGently(whatIf(frozen, inputs, rubric));
  return { result: { name: String(row.name), round: String(row.round) }, rows };
}

/** Only a rubric without errors computes anything; the findings say what to mend. */
function soundRubric(definition: unknown): Rubric {
  const read = readRubric(definition);
  const findings = 'findings' in read ? read.findings : checkRubric(read.rubric);
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => fieldError(['definition', ...path], 'RUBRIC_UNSOUND', message));
  if (errors.length > 0 || 'findings' in read) throw new Refusal(422, 'RUBRIC_UNSOUND', { errors });
  return read.rubric;
}

/** Others are answered between the units of a large round. */
async function runGently<T>(computation: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const step = computation.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
