import { type Actor, scopeOf } from '@jiedui/shared/access';
import { LONGEST_NAME, MOST_PASTED, readIdNumber } from '@jiedui/shared/hours';
import { checkRecord, type FieldError, fieldError } from '@jiedui/shared/model';
import type { Words } from '@jiedui/shared/text';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { z } from 'zod';
import { Refusal } from '../guard/errors';
import { type Model, modelOf } from '../read/model';
import { scopeSql } from '../read/scope-sql';
import { transact } from '../write/actions';
import type { Values } from '../write/column-values';
import { hooksOf } from '../write/hooks';
import { insertRecords } from '../write/store';
import { type Activity, activityIn, requireWithin } from './entering';
import { personHash } from './person-hash';

const person = z.union([
  z.strictObject({ volunteer: z.string().min(1).max(40) }),
  z.strictObject({
    name: z.string().trim().min(1).max(LONGEST_NAME),
    idNumber: z.string().max(40).optional(),
  }),
]);
const entry = z.strictObject({
  people: z.array(person).min(1).max(MOST_PASTED),
  startsAt: z.string(),
  endsAt: z.string(),
  minutes: z.number().nullish(),
});
type Person = z.infer<typeof person>;
type Entering = { trx: Knex.Transaction; actor: Actor; activity: Activity };

/** Enters who was at an activity, all of them or none; people that are not known yet become volunteers. */
export async function enterAttendance(
  strapi: Core.Strapi,
  actor: Actor,
  activityId: string,
  input: unknown,
): Promise<{ entered: number; made: number }> {
  const { people, ...times } = parsed(input);
  const attendance = modelOf('attendance');
  if (scopeOf(actor.role, 'create', 'attendance') === null) throw new Refusal(403, 'NOT_ALLOWED');
  return transact(strapi, attendance, async (trx) => {
    const activity = await activityIn(trx, actor, activityId);
    await requireRight({ trx, actor }, attendance, { ...times, activity: activity.id });
    const entering = { trx, actor, activity };
    const { ids, made } = await volunteersOf(entering, people);
    await requireNotThere(trx, activity, ids);
    const inputs = ids.map((volunteer) => ({
      values: { ...times, minutes: times.minutes ?? null, activity: activity.id, volunteer },
    }));
    await requireWithin(entering, attendance, await insertRecords(trx, attendance, inputs, created(actor)));
    return { entered: ids.length, made };
  });
}

const created = (actor: Actor) => ({ actor, action: 'create' }) as const;

const wrong = (errors: FieldError[]) => new Refusal(400, 'BAD_INPUT', { errors });

function parsed(input: unknown): z.infer<typeof entry> {
  const read = entry.safeParse(input);
  if (read.success) return read.data;
  throw wrong(read.error.issues.slice(0, 20).map(({ path }) => fieldError(path.map(String), 'WRONG_TYPE')));
}

type Writing = { trx: Knex.Transaction; actor: Actor };

async function requireRight({ trx, actor }: Writing, model: Model, values: Values): Promise<void> {
  const fields = ['startsAt', 'endsAt', 'minutes'];
  const attributes = Object.fromEntries(
    fields.map((name) => [name, model.attributes[name] as (typeof model.attributes)[string]]),
  );
  const { activity: _, ...times } = values;
  const errors = checkRecord(attributes, times, { partial: false, components: {}, mayWrite: () => true });
  const { check } = hooksOf(model.resource);
  if (errors.length === 0) errors.push(...((await check?.(trx, values, null, { actor, id: null })) ?? []));
  if (errors.length > 0) throw wrong(errors);
}

/** The row ids of the people, in their order; who is not known is made. */
async function volunteersOf(entering: Entering, people: readonly Person[]) {
  const known = await knownAmong(entering, people);
  const fresh: { at: number; values: Values }[] = [];
  for (const [at, one] of people.entries()) {
    if (known[at] !== null || !('name' in one)) continue;
    fresh.push({ at, values: { ...belonging(entering), name: one.name, maskedId: one.idNumber ?? null } });
  }
  const { trx, actor } = entering;
  const model = modelOf('volunteer');
  const made = await insertRecords(trx, model, fresh, created(actor));
  await requireWithin(entering, model, made);
  const ids = [...known];
  for (const [index, { at }] of fresh.entries()) ids[at] = made[index]?.id ?? null;
  return { ids: ids.map(Number), made: made.length };
}

/** Whose volunteer a new person is: of the one who enters it, else of the activity. */
function belonging({ actor, activity }: Entering): Values {
  if (actor.unit !== null) return { unit: actor.unit };
  if (actor.station !== null) return { station: actor.station };
  return actor.town !== null ? { station: activity.station_id } : { unit: activity.unit_id };
}

async function knownAmong({ trx, actor }: Entering, people: readonly Person[]): Promise<(number | null)[]> {
  const scope = scopeSql(modelOf('volunteer'), scopeOf(actor.role, 'read', 'volunteer'), actor, 't');
  const named = people.flatMap((one) => ('volunteer' in one ? [one.volunteer] : []));
  const chosen = trx('volunteers as t').whereIn('t.document_id', named).select('t.id', 't.document_id');
  if (scope) chosen.whereRaw(scope.text, scope.params);
  const byDocument = new Map((await chosen).map((row) => [String(row.document_id), Number(row.id)]));
  const hashes = people.flatMap((one) => hashOf(one) ?? []);
  const found = await trx('volunteers').whereIn('id_hash', hashes).select('id', 'id_hash', 'name');
  const byHash = new Map(found.map((row) => [String(row.id_hash), row]));
  const errors: FieldError[] = [];
  const ids = people.map((one, at) => {
    if ('volunteer' in one) {
      const id = byDocument.get(one.volunteer) ?? null;
      if (id === null) errors.push(fieldError(['people', at], 'UNKNOWN_RELATION'));
      return id;
    }
    if (['wrong', 'other'].includes(readIdNumber(one.idNumber ?? '').kind))
      errors.push(fieldError(['people', at], 'WRONG_ID_NUMBER'));
    const same = byHash.get(hashOf(one) ?? '');
    // Who knows number and name knows the person; a number alone tells nobody's name.
    if (same && same.name !== one.name)
      errors.push(fieldError(['people', at], 'WRONG_ID_NUMBER', OTHER_NAME));
    return same ? Number(same.id) : null;
  });
  if (errors.length > 0) throw wrong(errors);
  return ids;
}

const OTHER_NAME: Words = {
  zh: '该证件号码已登记在另一姓名下,请核对。',
  en: 'This number is entered under another name; check it.',
};

function hashOf(one: Person): string | null {
  if (!('name' in one)) return null;
  const id = readIdNumber(one.idNumber ?? '');
  return id.kind === 'valid' ? personHash(id.number) : null;
}

async function requireNotThere(
  trx: Knex.Transaction,
  { id }: Activity,
  ids: readonly number[],
): Promise<void> {
  const there = await trx('attendances')
    .where({ activity_id: id })
    .whereIn('volunteer_id', ids)
    .select('volunteer_id');
  const taken = new Set(there.map((row) => Number(row.volunteer_id)));
  const words = { zh: '该志愿者在本活动已有出勤记录。', en: 'This volunteer is entered here already.' };
  const errors = ids.flatMap((volunteer, at) => {
    const again = taken.has(volunteer);
    taken.add(volunteer);
    return again ? [fieldError(['people', at], 'DUPLICATE', words)] : [];
  });
  if (errors.length > 0) throw new Refusal(409, 'DUPLICATE', { errors });
}
