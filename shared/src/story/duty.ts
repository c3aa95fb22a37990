import type { Role } from '../access';
import { type Day, daysBetween } from '../calendar';
import { PUBLISHED_STORY_STATES } from '../metric';
import {
  DEFAULT_FOCUS_WEEK_READING,
  type PeriodWindow,
  periodWindows,
  type StoryDuty,
  type StoryEvidence,
  type UnitClass,
} from '../programme';
import type { Words } from '../text';
import { STORY_FIGURES } from './statistics';

export const DUTY_STANDINGS = ['met', 'open', 'missed'] as const;
export type DutyStanding = (typeof DUTY_STANDINGS)[number];

export const DUTY_WORDS: Record<DutyStanding, Words> = {
  met: { zh: '已完成', en: 'Met' },
  open: { zh: '进行中', en: 'Open' },
  missed: { zh: '未完成', en: 'Missed' },
};

/** How a duty stands: `days` are left (`open`, 0 on the last day) or gone by (`missed`); null when it is met. */
export type JudgedDuty = { state: DutyStanding; days: number | null };

/**
 * Judges one period of a duty by how many stories counted in it. A story of a later period does not make up for it:
 * what is wanted is news the year through.
 */
export function judgeDuty(duty: { minimum: number; done: number; to: Day }, today: Day): JudgedDuty {
  if (duty.done >= duty.minimum) return { state: 'met', days: null };
  const left = daysBetween(today, duty.to);
  return left < 0 ? { state: 'missed', days: -left } : { state: 'open', days: left };
}

/** The periods of a duty that have begun, in order: of a later one nobody can say anything yet. */
export const begunWindows = (duty: StoryDuty, today: Day): PeriodWindow[] =>
  periodWindows(duty, { focusWeekReading: DEFAULT_FOCUS_WEEK_READING }).filter(({ from }) => from <= today);

/** The duties of a class of units. */
export const dutiesFor = (duties: readonly StoryDuty[], unitClass: UnitClass): StoryDuty[] =>
  duties.filter(({ unitClasses }) => unitClasses.includes(unitClass));

/** Who sees all stories of a unit that it sees: others would judge by a part of them. */
const DUTY_READERS: readonly Role[] = [
  'districtOffice',
  'civilityOffice',
  'publicity',
  'leadDepartment',
  'unit',
];

/** Whether somebody is shown how a unit's duty of stories stands. */
export const seesDuties = (role: Role): boolean => DUTY_READERS.includes(role);

/** The stories that count for a duty: by which day, and in which states; one that was taken back did not come out. */
export const DUTY_COUNTS = {
  submitted: STORY_FIGURES.submitted,
  published: { ...STORY_FIGURES.published, states: PUBLISHED_STORY_STATES },
} as const satisfies Record<StoryEvidence, unknown>;
