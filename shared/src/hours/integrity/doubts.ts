import type { Day, Instant } from '../../calendar';
import type { Words } from '../../text/words';

/** Which record of hours: entered here, or of the other system. */
export type Book = 'ours' | 'theirs';

/**
 * When hours are worth a second look. All ours: nobody prescribes them, and none is a penalty.
 * - `overlapMinutes`: less is signing out late and signing in early;
 * - `dayMinutes`: more in one day leaves no time to sleep (16 hours);
 * - `lateDays`: entered so long after the day that nobody remembers exactly;
 * - `marginMinutes`: preparing before an activity and clearing up after it;
 * - `roundedLeast`: fewer records tell nothing of a habit; `roundedHours`, `roundedHalves`: the shares of whole hours and
 *   of half hours that time measured by a clock does not have.
 */
export const DOUBT_LIMITS = {
  overlapMinutes: 5,
  dayMinutes: 16 * 60,
  lateDays: 30,
  marginMinutes: 60,
  roundedLeast: 30,
  roundedHours: 0.9,
  roundedHalves: 0.98,
} as const;

export const DOUBT_KINDS = ['overlap', 'longDay', 'lateEntry', 'outsideActivity', 'rounded'] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

/** What a doubt stands on. Activities are named by the record, for not everybody may know the other one. */
export type DoubtFacts = {
  overlap: { spans: { book: Book; startsAt: Instant; endsAt: Instant }[] };
  longDay: { book: Book; day: Day; minutes: number; records: number };
  lateEntry: { book: Book; day: Day; enteredOn: Day; days: number };
  outsideActivity: {
    book: Book;
    startsAt: Instant;
    endsAt: Instant;
    minutes: number;
    plannedFrom: Instant;
    plannedTo: Instant;
  };
  rounded: { book: Book; records: number; wholeHours: number; halfHours: number };
};

export type Doubt = { [K in DoubtKind]: { kind: K; facts: DoubtFacts[K] } }[DoubtKind];

const MINUTE = 60_000;
const at = (instant: Instant) => Date.parse(instant);

/** The minutes that both spans have. */
export function overlapOf({ spans }: DoubtFacts['overlap']): number {
  const [one, other] = spans;
  if (!one || !other) return 0;
  const from = Math.max(at(one.startsAt), at(other.startsAt));
  return Math.max(0, Math.round((Math.min(at(one.endsAt), at(other.endsAt)) - from) / MINUTE));
}

/** How far, in minutes, a record reaches beyond its activity: before it, behind it, or in length. */
export function beyondOf(facts: DoubtFacts['outsideActivity']): number {
  const before = (at(facts.plannedFrom) - at(facts.startsAt)) / MINUTE;
  const behind = (at(facts.endsAt) - at(facts.plannedTo)) / MINUTE;
  const longer = facts.minutes - (at(facts.plannedTo) - at(facts.plannedFrom)) / MINUTE;
  return Math.max(0, Math.round(Math.max(before, behind, longer)));
}

const share = (part: number, all: number) => (all === 0 ? 0 : part / all);

/** Whether the facts are worth a second look. */
export function isDoubtful({ kind, facts }: Doubt): boolean {
  switch (kind) {
    case 'overlap':
      return overlapOf(facts) >= DOUBT_LIMITS.overlapMinutes;
    case 'longDay':
      return facts.minutes > DOUBT_LIMITS.dayMinutes;
    case 'lateEntry':
      return facts.days > DOUBT_LIMITS.lateDays;
    case 'outsideActivity':
      return beyondOf(facts) > DOUBT_LIMITS.marginMinutes;
    case 'rounded':
      return (
        facts.records >= DOUBT_LIMITS.roundedLeast &&
        (share(facts.wholeHours, facts.records) >= DOUBT_LIMITS.roundedHours ||
          share(facts.halfHours, facts.records) >= DOUBT_LIMITS.roundedHalves)
      );
  }
}

/** Whether other facts make a decided doubt open again: a habit grows by every record, the rest is what was decided. */
export const reopens = (kind: DoubtKind): boolean => kind !== 'rounded';

const BOOKS: Record<Book, Words> = {
  ours: { zh: '现场登记', en: 'as entered here' },
  theirs: { zh: 'i志愿', en: 'in iVolunteer' },
};

const hours = (minutes: number) => String(Math.round(minutes / 6) / 10);
const percent = (part: number, all: number) => `${Math.round(share(part, all) * 100)}%`;

/** Why a second look is asked for, in words with the numbers. */
export function doubtWords({ kind, facts }: Doubt): Words {
  switch (kind) {
    case 'overlap': {
      const minutes = overlapOf(facts);
      return {
        zh: `同一人的两次服务有${minutes}分钟重叠。`,
        en: `Two services of the same person overlap by ${minutes} minutes.`,
      };
    }
    case 'longDay':
      return {
        zh: `${facts.day}一天共${hours(facts.minutes)}小时(${BOOKS[facts.book].zh},${facts.records}条),超过${hours(DOUBT_LIMITS.dayMinutes)}小时。`,
        en: `${hours(facts.minutes)} hours on ${facts.day} (${BOOKS[facts.book].en}, ${facts.records} records).`,
      };
    case 'lateEntry':
      return {
        zh: `${facts.day}的服务到${facts.enteredOn}才录入,晚了${facts.days}天(${BOOKS[facts.book].zh})。`,
        en: `Entered ${facts.days} days after ${facts.day} (${BOOKS[facts.book].en}).`,
      };
    case 'outsideActivity':
      return {
        zh: `服务时间超出活动起止时间${beyondOf(facts)}分钟(${BOOKS[facts.book].zh})。`,
        en: `It reaches ${beyondOf(facts)} minutes beyond the activity (${BOOKS[facts.book].en}).`,
      };
    case 'rounded':
      return {
        zh: `${facts.records}条记录中${percent(facts.wholeHours, facts.records)}是整小时、${percent(facts.halfHours, facts.records)}是整半小时,可能不是实际签到签退时间(${BOOKS[facts.book].zh})。`,
        en: `Of ${facts.records} records ${percent(facts.wholeHours, facts.records)} are whole hours and ${percent(facts.halfHours, facts.records)} whole half hours (${BOOKS[facts.book].en}).`,
      };
  }
}
