import type { DayRange } from '@jiedui/shared/calendar';
import type { DutyStanding } from '@jiedui/shared/story';
import type { Words } from '@jiedui/shared/text';
import type { Tone } from '../tone';

/** One period of a unit's duty of stories, as the API gives it. */
export type UnitDuty = DayRange & {
  code: string;
  key: string;
  minimum: number;
  done: number;
  state: DutyStanding;
  days: number | null;
};

/** A sign of its own for each standing, so that nobody needs the colour. */
export const DUTY_LOOK: Record<DutyStanding, { sign: string; tone: Tone }> = {
  met: { sign: '✓', tone: 'green' },
  open: { sign: '·', tone: 'amber' },
  missed: { sign: '✗', tone: 'red' },
};

/** How long a duty's period is still open, or since when it is missed. */
export function dutyDays({ state, days, done, minimum }: UnitDuty): Words {
  const count = `${done}/${minimum}`;
  if (state === 'met') return { zh: count, en: count };
  if (state === 'open') return { zh: `${count},剩 ${days} 天`, en: `${count}, ${days} days left` };
  return { zh: `${count},逾期 ${days} 天`, en: `${count}, ${days} days over` };
}

/** A period by its months, the year said once where it is one; the whole stretch by its last day. */
export function periodOf({ key, to }: UnitDuty): string {
  if (key === 'once') return `– ${to}`;
  const [first = '', last] = key.split('/');
  if (!last) return first;
  return `${first}–${first.slice(0, 4) === last.slice(0, 4) ? last.slice(5) : last}`;
}
