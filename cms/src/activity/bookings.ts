import { type Actor, scopeOf } from '@jiedui/shared/access';
import {
  type Booking,
  type BookingProblem,
  bookingProblem,
  type Offer,
  offerTimesSchema,
  STATES_WITHOUT_BOOKING,
} from '@jiedui/shared/activity';
import { dayOf, isInstant, timeOf } from '@jiedui/shared/calendar';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import type { Words } from '@jiedui/shared/text';
import type { Knex } from 'knex';
import { fromColumn, toColumn } from '../read/codec';
import { modelOf } from '../read/model';
import { dialect } from '../read/reader';
import { scopeSql } from '../read/scope-sql';
import type { Values } from '../write/column-values';

type Who = { actor: Actor; id: number | null };
type Offered = Offer & { id: number; name: string; station: number };
type Other = Booking & { offer: number; id: number; title: string };

/** What a booking depends on; an activity that changes in nothing of it keeps what it has. */
const DEPENDS_ON = ['offers', 'startsAt', 'endsAt', 'expectedPeople', 'station'];

const kept = (values: Values) =>
  JSON.stringify(
    DEPENDS_ON.map((field) =>
      field === 'offers' ? idsOf(values.offers).sort((a, b) => a - b) : (values[field] ?? null),
    ),
  );

const idsOf = (value: unknown): number[] =>
  (Array.isArray(value) ? value : []).filter((id): id is number => typeof id === 'number');

/** What keeps an activity from what it wants of its site: not there at that time, or taken by others. */
export async function checkBookings(
  trx: Knex.Transaction,
  values: Values,
  before: Values | null,
  who: Who,
): Promise<FieldError[]> {
  const ids = idsOf(values.offers);
  if (ids.length === 0 || (before && kept(values) === kept(before))) return [];
  const { startsAt, endsAt, expectedPeople } = values;
  if (!isInstant(startsAt) || !isInstant(endsAt)) return [];
  const people = typeof expectedPeople === 'number' ? expectedPeople : null;
  const offers = await offersOf(trx, ids);
  if (offers.some(({ station }) => station !== values.station)) return [away()];
  const wanted = { startsAt, endsAt, people };
  const others = await othersAt(trx, ids, wanted, who.id);
  const readable = await readableAmong(trx, others, who.actor);
  return offers.flatMap((offer) => {
    const booked = others.filter((other) => other.offer === offer.id);
    const problem = bookingProblem(offer, wanted, booked);
    if (!problem) return [];
    const seen = booked.filter(({ id }) => readable.has(id));
    return [fieldError(['offers'], codeOf(problem), wordsOf(problem, offer, seen))];
  });
}

const away = () =>
  fieldError(['offers'], 'NOT_AN_OPTION', {
    zh: '只能预订活动所在阵地的资源。',
    en: 'Only what the site of the activity offers can be booked.',
  });

const codeOf = ({ kind }: BookingProblem) => (kind === 'full' ? 'OFFER_TAKEN' : 'OFFER_CLOSED');

/** The offers, locked: of two who want the last room at once the second one waits and then sees the first. */
async function offersOf(trx: Knex.Transaction, ids: number[]): Promise<Offered[]> {
  const query = trx('site_offers').whereIn('id', ids).orderBy('id');
  if (dialect() === 'postgres') query.forUpdate();
  const rows = await query.select('id', 'name', 'station_id', 'kind', 'quantity', 'times', 'active');
  return rows.map((row) => {
    const times = typeof row.times === 'string' ? JSON.parse(row.times) : row.times;
    const read = offerTimesSchema.safeParse(times ?? []);
    return {
      id: Number(row.id),
      name: String(row.name),
      station: Number(row.station_id),
      kind: row.kind as Offer['kind'],
      quantity: Number(row.quantity),
      times: read.success ? read.data : [],
      active: row.active === true || row.active === 1,
    };
  });
}

async function othersAt(
  trx: Knex.Transaction,
  ids: number[],
  { startsAt, endsAt }: Booking,
  self: number | null,
): Promise<Other[]> {
  const link = modelOf('activity').links.get('offers');
  if (!link) throw new Error('An activity has no offers');
  const moment = { type: 'datetime' } as const;
  const query = trx(`${link.table} as l`)
    .join('activities as a', 'a.id', `l.${link.own}`)
    .whereIn(`l.${link.other}`, ids)
    .where('a.starts_at', '<', toColumn(moment, endsAt, dialect()))
    .where('a.ends_at', '>', toColumn(moment, startsAt, dialect()))
    .whereNotIn('a.state', [...STATES_WITHOUT_BOOKING]);
  if (self !== null) query.whereNot('a.id', self);
  const rows = await query.select(`l.${link.other} as offer`, 'a.id', 'a.title', 'a.expected_people', {
    starts: 'a.starts_at',
    ends: 'a.ends_at',
  });
  return rows.map((row) => ({
    offer: Number(row.offer),
    id: Number(row.id),
    title: String(row.title),
    startsAt: String(fromColumn(moment, row.starts)),
    endsAt: String(fromColumn(moment, row.ends)),
    people: row.expected_people === null ? null : Number(row.expected_people),
  }));
}

/** The activities among them whose names the person may know. */
async function readableAmong(
  trx: Knex.Transaction,
  others: readonly Other[],
  actor: Actor,
): Promise<Set<number>> {
  if (others.length === 0) return new Set();
  const model = modelOf('activity');
  const scope = scopeSql(model, scopeOf(actor.role, 'read', model.resource), actor, 't');
  const query = trx(`${model.table} as t`)
    .whereIn(
      't.id',
      others.map(({ id }) => id),
    )
    .select('t.id');
  if (scope) query.whereRaw(scope.text, scope.params);
  return new Set((await query).map(({ id }) => Number(id)));
}

function wordsOf(problem: BookingProblem, { name }: Offered, seen: readonly Other[]): Words {
  if (problem.kind === 'inactive')
    return { zh: `“${name}”已停用,请另选。`, en: `${name} is not in use; choose another.` };
  if (problem.kind === 'times')
    return {
      zh: `“${name}”在该时间不开放,请改时间或另选。`,
      en: `${name} is not offered at that time; change the time or choose another.`,
    };
  const { left, takes } = problem;
  const by = seen
    .map(
      ({ title, startsAt, endsAt }) => `“${title}”(${dayOf(startsAt)} ${timeOf(startsAt)}–${timeOf(endsAt)})`,
    )
    .join('、');
  return {
    zh: `“${name}”该时段只剩 ${left},需要 ${takes};已被${by || '其他活动'}预订。请改时间或另选。`,
    en: `${name}: ${left} left at that time, ${takes} needed; booked by ${by || 'another activity'}. Change the time or choose another.`,
  };
}
