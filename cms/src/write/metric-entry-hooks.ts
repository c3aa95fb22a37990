import { type EnteredMetric, entryFaults, isEntered, type MetricEntry } from '@jiedui/shared/metric';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import { acceptsFigures, acceptsScores } from '@jiedui/shared/round';
import type { Knex } from 'knex';
import { sameValue } from '../audit/state';
import { refreshResults } from '../evaluation/refresh-results';
import { frozenInputs } from '../evaluation/sheet-rubric';
import { Refusal } from '../guard/errors';
import type { Values } from './column-values';
import type { Hooks } from './hooks';
import { lockToRely } from './row-locks';

type Round = { state: string; frozen_hash: string | null };

/** What of an entry decides whose figure it is and what it says. */
const DECIDES = ['round', 'unit', 'metric', 'numerator', 'denominator', 'value'];

/**
 * A figure that the office enters counts from then on until the round is closed: what the result is made of changes no
 * more. In an open round a change says why.
 */
export const metricEntryHooks: Hooks = {
  async check(trx, values, before) {
    const round = await openFor(trx, values);
    const faults = isEntered(String(values.metric)) ? entryFaults(entryOf(values)) : [];
    return [
      ...faults.map(({ field, code, words }) => fieldError([field], code, words)),
      ...(round ? await outsideRoster(trx, values, round) : []),
      ...(round && before ? unreasoned(values, before, round) : []),
    ];
  },
  async admit(trx, values) {
    await openFor(trx, values);
  },
  async inserted(trx, rows) {
    for (const { values } of rows) {
      const round = await openFor(trx, values);
      refuse(round ? await outsideRoster(trx, values, round) : []);
    }
    await count(
      trx,
      rows.map(({ values }) => values),
    );
  },
  async updated(trx, { values }, before) {
    if (DECIDES.every((field) => sameValue(values[field] ?? null, before[field] ?? null))) return;
    // A workbook comes by here too, and what is moved into another round is taken out of this one.
    for (const round of new Set([before.round, values.round])) {
      const open = await openFor(trx, { round });
      refuse(open ? unreasoned(values, before, open) : []);
    }
    await count(trx, [before, values]);
  },
  deleted: (trx, before) => count(trx, [before]),
};

function refuse(errors: FieldError[]): void {
  const [first] = errors;
  if (first) throw new Refusal(422, first.code, { errors });
}

const entryOf = (values: Values): MetricEntry => ({
  metric: values.metric as EnteredMetric,
  numerator: numberOf(values.numerator),
  denominator: numberOf(values.denominator),
  invited: numberOf(values.invited),
  value: numberOf(values.value),
});

const numberOf = (value: unknown) =>
  value === null || value === undefined || value === '' ? null : Number(value);

/** The round of an entry; refuses one that takes none any more. */
async function openFor(trx: Knex.Transaction, { round }: Values): Promise<Round | undefined> {
  // Whoever closes the round waits for it: what it takes a last time is what has been entered.
  const row: Round | undefined = await lockToRely(
    trx,
    trx('rounds')
      .where({ id: round ?? null })
      .first('state', 'frozen_hash'),
  );
  if (row && !acceptsFigures(row.state)) throw new Refusal(409, 'STATE_LOCKED');
  return row;
}

/** A unit that is not in the frozen roster has no place in the results. */
async function outsideRoster(trx: Knex.Transaction, values: Values, round: Round): Promise<FieldError[]> {
  if (round.frozen_hash === null) return [];
  const { roster } = await frozenInputs(trx, values.round, round.frozen_hash);
  const unit = await trx('units')
    .where({ id: values.unit ?? null })
    .first('document_id');
  if (!unit || roster.some(({ documentId }) => documentId === unit.document_id)) return [];
  const message = { zh: '该单位不在本轮冻结的参评名册中。', en: 'The unit is not in the frozen roster.' };
  return [fieldError(['unit'], 'NOT_AN_OPTION', message)];
}

/** Each change has a reason of its own: the one of the last change is none for this one. */
function unreasoned(values: Values, before: Values, round: Round): FieldError[] {
  const isChanged = DECIDES.some((field) => !sameValue(values[field] ?? null, before[field] ?? null));
  if (!isChanged || !acceptsScores(round.state)) return [];
  const reason = String(values.reason ?? '').trim();
  return reason !== '' && !sameValue(reason, String(before.reason ?? '').trim())
    ? []
    : [fieldError(['reason'], 'REASON_REQUIRED', WHY)];
}

const WHY = {
  zh: '评分已开始,请写明本次修改的原因。',
  en: 'Scoring has begun: say why it is changed now.',
};

/** Counts the figures in the results of their units, round by round. Where they come in by a workbook, nobody has asked before. */
async function count(trx: Knex.Transaction, rows: readonly Values[]): Promise<void> {
  const units = new Map<number, Set<number>>();
  for (const { round, unit } of rows) {
    const id = Number(round);
    units.set(id, (units.get(id) ?? new Set()).add(Number(unit)));
  }
  for (const [id, changed] of units) {
    const round = await openFor(trx, { round: id });
    if (round && acceptsScores(round.state)) await refreshResults(trx, id, [...changed]);
  }
}
