import { addDays, type Day, daysBetween, instantAt } from '@jiedui/shared/calendar';
import { DEMO_DAY } from './marks';
import type { Random } from './random';

type State =
  | 'planned'
  | 'cleared'
  | 'announced'
  | 'held'
  | 'reported'
  | 'verified'
  | 'returned'
  | 'cancelled';

/** How far an activity has come at the day of the demonstration, and when. */
export type Life = {
  state: State;
  announcedAt: string | null;
  reportedAt: string | null;
  verifiedAt: string | null;
};

/** That many minutes after the moment. */
export const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

const life = (state: State, at: Partial<Omit<Life, 'state'>> = {}): Life => ({
  announcedAt: null,
  reportedAt: null,
  verifiedAt: null,
  ...at,
  state,
});

/** When an activity takes place. */
type When = { day: Day; startsAt: string; endsAt: string };

/** The life of an activity of that day, given how reliable its unit is (0–1). */
export function lifeOf(random: Random, when: When, diligence: number): Life {
  return when.day < DEMO_DAY ? pastLife(random, when, diligence) : comingLife(random, when.day);
}

function pastLife(random: Random, when: When, diligence: number): Life {
  const { day, endsAt } = when;
  if (random.chance(0.04)) return life('cancelled');
  const announcedAt = noticeOf(random, when, diligence);
  const reported = addDays(day, random.chance(diligence) ? random.between(0, 3) : random.between(4, 15));
  if (reported >= DEMO_DAY || random.chance((1 - diligence) * 0.12)) return life('held', { announcedAt });
  const reportedAt =
    reported === day
      ? later(endsAt, random.between(20, 60))
      : instantAt(reported, random.pick(['16:40', '17:05', '20:15', '09:20']));
  const lately = daysBetween(reported, DEMO_DAY) <= 30;
  if (lately && random.chance(0.1)) return life('returned', { announcedAt, reportedAt });
  const verified = addDays(reported, random.between(1, 7));
  if (verified >= DEMO_DAY || random.chance(0.02)) return life('reported', { announcedAt, reportedAt });
  const verifiedAt = instantAt(verified, random.pick(['10:10', '15:30', '11:45']));
  return life('verified', { announcedAt, reportedAt, verifiedAt });
}

/** Mostly days before, sometimes only when it had begun, sometimes never. */
function noticeOf(random: Random, { day, startsAt }: When, diligence: number): string | null {
  if (random.chance(0.7 + 0.28 * diligence)) {
    return instantAt(addDays(day, -random.between(1, 6)), random.pick(['09:30', '10:20', '16:00']));
  }
  return random.chance(0.5) ? later(startsAt, 30) : null;
}

/** Chances of an announced and of a cleared activity, by the days that are left. */
const READINESS = [
  { within: 3, announced: 0.7, cleared: 0.2 },
  { within: 12, announced: 0.35, cleared: 0.3 },
  { within: 30, announced: 0.05, cleared: 0.15 },
] as const;

function comingLife(random: Random, day: Day): Life {
  if (random.chance(0.02)) return life('cancelled');
  const left = daysBetween(DEMO_DAY, day);
  const ready = READINESS.find(({ within }) => left <= within);
  const drawn = random.next();
  if (!ready || drawn >= ready.announced + ready.cleared) return life('planned');
  return life(drawn < ready.announced ? 'announced' : 'cleared');
}
