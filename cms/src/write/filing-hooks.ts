import { dayOf } from '@jiedui/shared/calendar';
import { addendumRefused, type Filed, ONCE, owedBy } from '@jiedui/shared/filing';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import type { Words } from '@jiedui/shared/text';
import type { Knex } from 'knex';
import { clock } from '../clock';
import { namedParties, partyOf } from '../filing/party';
import { termsOf } from '../filing/terms';
import type { Values } from './column-values';
import type { Hooks } from './hooks';

const wrong = (field: string, zh: string, en: string): FieldError =>
  fieldError([field], 'NOT_AN_OPTION', { zh, en });

/** A filing goes by its requirement, its period and whose it is, and fits what the requirement asks. */
export const filingHooks = (resource: Filed): Hooks => ({
  async complete(trx, rows) {
    for (const row of rows) row.title = await titleOf(trx, resource, row);
  },
  async check(trx, values, before) {
    const fixed = before?.firstSubmittedAt ? changedIdentity(values, before) : [];
    if (fixed.length > 0) return fixed;
    return [...(await checkParty(trx, resource, values)), ...(await checkAddendum(trx, resource, values))];
  },
});

async function titleOf(trx: Knex.Transaction, resource: Filed, values: Values): Promise<string> {
  const [terms, party] = [await termsOf(trx, resource, values), await partyOf(trx, values)];
  const period = values.period && values.period !== ONCE ? String(values.period) : '';
  const addendum = values.addendumTo ? '(补报)' : '';
  return [terms?.title, period, party?.name].filter(Boolean).join(' · ') + addendum;
}

const IDENTITY = ['requirement', 'period', 'unit', 'station', 'department', 'addendumTo'];

/** What a receipt has been given for stays what it is for. */
function changedIdentity(values: Values, before: Values): FieldError[] {
  const words: Words = {
    zh: '已有回执,不能改为其他事项、期次或主体。',
    en: 'A receipt was given for it; it cannot become another filing.',
  };
  return IDENTITY.filter((field) => (values[field] ?? null) !== (before[field] ?? null)).map((field) =>
    fieldError([field], 'STATE_LOCKED', words),
  );
}

async function checkParty(trx: Knex.Transaction, resource: Filed, values: Values): Promise<FieldError[]> {
  const [kind, ...others] = namedParties(values);
  if (!kind) return [fieldError([resource === 'report' ? 'unit' : 'station'], 'REQUIRED')];
  if (others.length > 0)
    return [wrong(others[0] ?? kind, '只能填写一个报送主体。', 'One party only: unit, site or department.')];
  if (!values.requirement) return [];
  const terms = await termsOf(trx, resource, values);
  const party = await partyOf(trx, values);
  if (!terms) {
    const zh = '该要求没有这一期,请从列表中选择期次。';
    return [wrong(resource === 'report' ? 'requirement' : 'period', zh, 'There is no such period.')];
  }
  if (!terms.active) return [wrong('requirement', '该事项已停用。', 'This requirement is not in use.')];
  if (party && !owedBy(terms.appliesTo, party.rule))
    return [
      wrong('requirement', `该事项不要求“${party.name}”报送。`, `${party.name} does not owe this filing.`),
    ];
  return [];
}

async function checkAddendum(trx: Knex.Transaction, resource: Filed, values: Values): Promise<FieldError[]> {
  if (!values.addendumTo) return [];
  const table = resource === 'report' ? 'reports' : 'material_submissions';
  const original = await trx(table).where({ id: values.addendumTo }).first();
  const terms = await termsOf(trx, resource, values);
  if (!original || !terms) return [];
  const same =
    ['requirement', 'unit', 'station', 'department'].every(
      (field) => (original[`${field}_id`] ?? null) === (values[field] ?? null),
    ) && (original.period ?? null) === (values.period ?? null);
  if (!same)
    return [
      wrong('addendumTo', '补报须与原件的事项、期次和主体一致。', 'It must match what it is added to.'),
    ];
  const facts = { resource, state: String(original.state), isAddendum: original.addendum_to_id !== null };
  const refused = addendumRefused(facts, terms.addendaUntil, dayOf(clock().now()));
  return refused ? [fieldError(['addendumTo'], 'NOT_AN_OPTION', refused)] : [];
}
