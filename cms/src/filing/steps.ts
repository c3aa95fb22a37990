import { dayOf, type Instant } from '@jiedui/shared/calendar';
import {
  addendumRefused,
  checkFiling,
  type Filed,
  lateDays,
  receiptNumber,
  receivesFrom,
  storedFile,
} from '@jiedui/shared/filing';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import type { StationLevel } from '@jiedui/shared/programme';
import { clock } from '../clock';
import { LINKS } from '../files/links';
import type { Effects, StepContext } from '../guard/steps';
import type { Values } from '../write/column-values';
import { termsOf } from './terms';

const resourceOf = ({ model }: StepContext) => model.resource as Filed;

/** What keeps a filing from being sent in: the requirement's rules, and for an addendum its last day. */
export async function filingGate(step: StepContext): Promise<FieldError[]> {
  const { trx, stored } = step;
  const terms = await termsOf(trx, resourceOf(step), stored.values);
  if (!terms) return [fieldError(['requirement'], 'UNKNOWN_RELATION')];
  const files = await filesOf(step);
  const problems = checkFiling(terms.rules, { text: String(stored.values.text ?? ''), files }).map(
    ({ field, code, words }) => fieldError([field], code, words),
  );
  const late = stored.values.addendumTo ? await addendumLate(step, terms.addendaUntil) : [];
  return [...late, ...problems];
}

async function filesOf({ trx, stored, model }: StepContext) {
  const rows = await trx(`${LINKS} as l`)
    .join('files as f', 'f.id', 'l.file_id')
    .where({ 'l.related_id': stored.id, 'l.related_type': model.uid, 'l.field': 'files' })
    .select('f.name', 'f.mime', 'f.size');
  return rows.map(storedFile);
}

async function addendumLate(step: StepContext, addendaUntil: string | null): Promise<FieldError[]> {
  const { trx, stored, model } = step;
  const original = await trx(model.table).where({ id: stored.values.addendumTo }).first('state');
  const facts = { resource: resourceOf(step), state: String(original?.state), isAddendum: false };
  const refused = addendumRefused(facts, addendaUntil, dayOf(clock().now()));
  return refused ? [fieldError(['addendumTo'], 'GATE_NOT_MET', refused)] : [];
}

/** Materials are sent on or back by the level that received them. */
export async function receivingGate({ trx, stored, actor }: StepContext): Promise<FieldError[]> {
  const row = await trx('stations').where({ id: stored.values.station }).first('id', 'parent_id', 'level');
  const origin = {
    station: Number(row?.id),
    parent: row?.parent_id ?? null,
    level: row?.level as StationLevel,
  };
  if (receivesFrom(actor, origin)) return [];
  const words = { zh: '由上一级(所、镇)转报或退回。', en: 'The institute or town forwards or returns it.' };
  return [fieldError(['station'], 'NOT_ALLOWED', words)];
}

/** A receipt is given once, when a filing comes in for the first time; sent in again it keeps number and lateness. */
async function received(step: StepContext): Promise<Values> {
  const { trx, actor, stored } = step;
  // One moment for all: it decides what the receipt says.
  const now: Instant = clock().now();
  const sent = { submittedAt: now, submittedBy: actor.displayName };
  if (stored.values.firstSubmittedAt) return sent;
  const terms = await termsOf(trx, resourceOf(step), stored.values);
  return {
    ...sent,
    firstSubmittedAt: now,
    receiptNumber: receiptNumber(resourceOf(step), dayOf(now), stored.id),
    // An addendum adds to what came in; it is not judged for itself.
    lateDays: terms && !stored.values.addendumTo ? lateDays(terms.due, now) : null,
  };
}

const accept = async ({ actor }: StepContext) => ({ values: { acceptedBy: actor.displayName } });

export const reportEffects: Effects = {
  submit: async (step) => ({ values: await received(step) }),
  accept,
};

export const materialEffects: Effects = {
  submit: async (step) => ({
    values: { ...(await received(step)), forwardedAt: null, forwardedBy: null },
  }),
  forward: async ({ actor }) => ({ values: { forwardedBy: actor.displayName } }),
  accept,
};
