import type { Actor } from '@jiedui/shared/access';
import { type Day, dayOf } from '@jiedui/shared/calendar';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import {
  acceptsScores,
  extended,
  extensionProblem,
  readWindows,
  type SourceWindow,
  sourcesExtended,
} from '@jiedui/shared/round';
import { SOURCE_CODES, SOURCE_WORDS, type SourceCode } from '@jiedui/shared/rubric';
import { MACHINES } from '@jiedui/shared/workflow';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { z } from 'zod';
import { clock } from '../clock';
import { Refusal } from '../guard/errors';
import { tell } from '../notification/tell';
import { modelOf } from '../read/model';
import { transact } from '../write/actions';
import { type Stored, storedWhole, updateRecord } from '../write/store';

const input = z.object({
  source: z.enum(SOURCE_CODES).nullish(),
  closesOn: z.iso.date(),
  reason: z.string().trim().max(500).nullish(),
});

/** Gives a source of an open round, or the round, more time: with a reason, on the record, and whoever is late is told. */
export function extendRound(strapi: Core.Strapi, actor: Actor, roundId: string, data: unknown) {
  const parsed = input.safeParse(data);
  if (!parsed.success)
    throw refused(parsed.error.issues.map((issue) => fieldError(issue.path.map(String), 'WRONG_TYPE')));
  const { source = null, closesOn, reason } = parsed.data;
  const model = modelOf('round');
  return transact(strapi, model, async (trx) => {
    const row = await trx('rounds').where({ document_id: roundId }).first();
    if (!row) throw new Refusal(404, 'NOT_FOUND');
    const stored = await storedWhole(trx, model, row);
    if (!acceptsScores(stored.values.state)) throw new Refusal(409, 'STATE_LOCKED');
    if (!reason) throw refused([fieldError(['reason'], 'REASON_REQUIRED')]);
    const windows = readWindows(stored.values.windows) ?? {};
    const round: SourceWindow = {
      opensOn: String(stored.values.opensOn),
      closesOn: String(stored.values.closesOn),
    };
    const problem = extensionProblem(windows, round, { source, closesOn }, dayOf(clock().now()));
    if (problem) throw refused([fieldError(['closesOn'], 'OUT_OF_RANGE', problem)]);
    const values = extended(windows, round, { source, closesOn });
    await updateRecord(trx, model, stored, row, { values }, { actor, action: 'update', reason });
    await tellLate(trx, stored, { sources: sourcesExtended(windows, source), closesOn, reason });
    return { closesOn: values.closesOn, windows: values.windows };
  });
}

const refused = (errors: FieldError[]) => new Refusal(400, 'BAD_INPUT', { errors });

type Told = { sources: SourceCode[]; closesOn: Day; reason: string };

/** Whose sheets of these sources are not in yet. */
async function tellLate(trx: Knex.Transaction, round: Stored, { sources, closesOn, reason }: Told) {
  const rows = await trx('evaluations')
    .where({ round_id: round.id })
    .whereIn('source', sources)
    .whereIn('state', [...MACHINES.evaluation.editable])
    .distinct('evaluator_id');
  const [only] = sources;
  const of = sources.length === 1 && only ? SOURCE_WORDS[only] : { zh: '', en: '' };
  const name = String(round.values.name);
  await tell(
    trx,
    rows.map((row) => Number(row.evaluator_id)),
    [
      {
        kind: 'evaluation',
        key: `extended:${round.documentId}:${sources.join('+')}:${closesOn}`,
        title: {
          zh: `${name}:${of.zh}填写时间延长至 ${closesOn}`,
          en: `${name}: ${of.en} open until ${closesOn}`,
        },
        detail: { zh: reason, en: reason },
        link: `/evaluations?round=${round.documentId}`,
      },
    ],
  );
}
