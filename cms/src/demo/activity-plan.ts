import {
  addDays,
  type Day,
  isWithin,
  type Month,
  monthRange,
  monthsBetween,
  weekday,
} from '@jiedui/shared/calendar';
import {
  CATEGORY_CODES,
  type CategoryCode,
  DEFAULT_FOCUS_WEEK_READING,
  focusWeek,
} from '@jiedui/shared/programme';
import { DEMO_DAY } from './marks';
import type { Random } from './random';
import type { DemoPairing } from './registry';

/** One activity that a pairing sets out to do. */
export type Plan = { pairing: DemoPairing; day: Day; category: CategoryCode };

const FIRST: Day = '2022-07-01';
const LAST: Day = '2023-02-28';
const MONTHS = monthsBetween(FIRST, LAST);

/** Far ahead little is settled yet. */
const SETTLED_UNTIL: Day = '2022-12-18';
const SETTLED_LATER = 0.45;

/** In these months the schools are closed for most of the time. */
const HOLIDAYS: readonly Month[] = ['2022-08', '2023-01'];

/** What a pairing plans from July to February: focus weeks with believable gaps, and what comes between. */
export function plansOf(random: Random, pairing: DemoPairing): Plan[] {
  const { unit } = pairing;
  const days = MONTHS.flatMap((month) => [
    ...(unit.unitClass === 'liaison' ? focusWeekDays(random, month, unit.diligence) : []),
    ...otherDays(random, month, pairing),
  ]);
  const plans = days
    .filter((day) => day <= SETTLED_UNTIL || random.chance(SETTLED_LATER))
    .map((day) => ({ pairing, day, category: categoryFor(random, pairing) }));
  return unit.unitClass === 'liaison' ? withPartyLecture(random, plans, unit.diligence) : plans;
}

function focusWeekDays(random: Random, month: Month, diligence: number): Day[] {
  const { from } = focusWeek(month, DEFAULT_FOCUS_WEEK_READING);
  // In the week that is not over yet even the diligent have not all fixed a day.
  const likely = isWithin(DEMO_DAY, { from, to: addDays(from, 6) }) ? diligence * 0.8 : diligence;
  return random.chance(likely) ? [addDays(from, random.between(0, 6))] : [];
}

function otherDays(random: Random, month: Month, { unit }: DemoPairing): Day[] {
  if (unit.unitClass === 'school' && HOLIDAYS.includes(month)) return [];
  const { from, to } = monthRange(month);
  const likely = unit.unitClass === 'liaison' ? 0.6 * unit.diligence : 0.25 + 0.6 * unit.diligence;
  if (!random.chance(likely)) return [];
  const day = addDays(from, random.between(0, Number(to.slice(8)) - 1));
  // Schools come on weekends: pupils and guardians are free then.
  const moved = unit.unitClass === 'school' ? addDays(day, 6 - Math.min(weekday(day), 6)) : day;
  return [moved > to ? addDays(moved, -7) : moved];
}

function categoryFor(random: Random, { unit }: DemoPairing): CategoryCode {
  if (random.chance(0.7)) return random.pick(unit.strengths);
  const others = CATEGORY_CODES.filter((code) => code !== 'partyLecture');
  return unit.unitClass === 'school' ? random.pick(['youthMoral', 'familyEducation']) : random.pick(others);
}

/** Once in the programme a liaison unit gives a Party lecture at each of its sites; not all do. */
function withPartyLecture(random: Random, plans: Plan[], diligence: number): Plan[] {
  if (plans.length === 0 || !random.chance(diligence)) return plans;
  const chosen = random.between(0, plans.length - 1);
  return plans.map((plan, at) => (at === chosen ? { ...plan, category: 'partyLecture' } : plan));
}
