import { z } from 'zod';
import { compareInstants, dayOf, type Instant, timeOf, weekday } from '../calendar';
import { overlaps } from './overlaps';

/** What a site offers. */
export const OFFER_KINDS = ['room', 'seat', 'equipment', 'other'] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

const MOST_SPANS = 20;
const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When an offer is there: on weekdays (1 Monday … 7 Sunday) from one time of day to another, `HH:mm`. */
export const offerTimesSchema = z
  .array(
    z
      .strictObject({
        weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
        from: timeSchema,
        to: timeSchema,
      })
      .refine(({ from, to }) => from < to),
  )
  .max(MOST_SPANS);
export type OfferTimes = z.infer<typeof offerTimesSchema>;

/** An offer as the rule takes it; without times it is there at any time. */
export type Offer = { kind: OfferKind; quantity: number; times: OfferTimes; active: boolean };

/** An activity that books it. `people`: how many are expected, null where nobody has said. */
export type Booking = { startsAt: Instant; endsAt: Instant; people: number | null };

/**
 * Why a booking is not possible: the offer is not in use, it is not there at that time, or what is left of it (`left`)
 * is less than the activity takes (`takes`).
 */
export type BookingProblem =
  | { kind: 'inactive' }
  | { kind: 'times' }
  | { kind: 'full'; left: number; takes: number };

/** How much of an offer one activity takes: a seat for each expected person, else one (a room, a piece). */
export const takesOf = (kind: OfferKind, people: number | null): number =>
  kind === 'seat' ? Math.max(1, people ?? 1) : 1;

/**
 * Whether an activity can book an offer beside the `others` that have booked it. One that begins when another ends does
 * not meet it. Times of day are those of Asia/Shanghai; where an offer has times, an activity fits that lies within one
 * of them on one day. Null when it can. Throws RangeError for a malformed instant.
 */
export function bookingProblem(
  offer: Offer,
  wanted: Booking,
  others: readonly Booking[],
): BookingProblem | null {
  if (!offer.active) return { kind: 'inactive' };
  if (!isOffered(offer.times, wanted)) return { kind: 'times' };
  const takes = takesOf(offer.kind, wanted.people);
  const left = Math.max(0, offer.quantity - mostTaken(offer.kind, wanted, others));
  return takes > left ? { kind: 'full', left, takes } : null;
}

function isOffered(times: OfferTimes, { startsAt, endsAt }: Booking): boolean {
  if (times.length === 0) return true;
  const day = dayOf(startsAt);
  if (dayOf(endsAt) !== day) return false;
  return times.some(
    ({ weekdays, from, to }) =>
      weekdays.includes(weekday(day)) && from <= timeOf(startsAt) && timeOf(endsAt) <= to,
  );
}

/** The most that the others take at any moment of the wanted time: it only grows where one of them begins. */
function mostTaken(kind: OfferKind, wanted: Booking, others: readonly Booking[]): number {
  const meeting = others.filter((other) => overlaps(wanted, other));
  const moments = [wanted.startsAt, ...meeting.map(({ startsAt }) => startsAt)].filter(
    (moment) => compareInstants(moment, wanted.startsAt) >= 0,
  );
  const takenAt = (moment: Instant) =>
    meeting
      .filter(
        ({ startsAt, endsAt }) =>
          compareInstants(startsAt, moment) <= 0 && compareInstants(moment, endsAt) < 0,
      )
      .reduce((sum, { people }) => sum + takesOf(kind, people), 0);
  return Math.max(0, ...moments.map(takenAt));
}

/** The states of an activity in which it takes nothing of what a site offers. */
export const STATES_WITHOUT_BOOKING: readonly string[] = ['cancelled'];
