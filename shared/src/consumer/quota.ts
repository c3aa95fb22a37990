import { addDays, type Day, dayOf, startOfDayInstant } from '../calendar';

/** A day of the district, by the milliseconds at which it begins and ends: requests are counted by it. */
export type QuotaDay = { day: Day; endsAt: number };

/** The day of a moment. */
export function quotaDay(now: number): QuotaDay {
  const day = dayOf(new Date(now).toISOString());
  return { day, endsAt: Date.parse(startOfDayInstant(addDays(day, 1))) };
}

export type QuotaState = { limit: number; remaining: number; resetSeconds: number };

/** What is left of a quota after `spent` requests, and how long until the next day begins. */
export function quotaState(limit: number, spent: number, endsAt: number, now: number): QuotaState {
  return {
    limit,
    remaining: Math.max(0, limit - spent),
    resetSeconds: Math.max(1, Math.ceil((endsAt - now) / 1000)),
  };
}
