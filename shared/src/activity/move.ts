import { compareInstants, dayOf, type Instant } from '../calendar';
import type { ErrorCode, Words } from '../text';
import { isEditable, machineOf } from '../workflow';
import type { ActivityFacts } from './activity-facts';
import type { ActivityRule } from './activity-rule';
import { gate } from './gate';
import { noticeState } from './publication';
import type { VenueKind } from './venue-kinds';

type Times = { startsAt: Instant; endsAt: Instant };
type Announced = { startsAt: Instant; state?: unknown };

/** What stands against a move: `refused` says why it cannot be, the rest is what it entails and is asked about. */
export type MoveProblem = { words: Words } & ({ refused: ErrorCode } | { refused: null });

/** Why a move that leaves no notice is refused. */
export const NO_NOTICE_WORDS: Words = {
  zh: '活动已公开发布,新的开始时间已过,来不及再告知群众。请另选时间,或取消后重新安排。',
  en: 'It is announced, and the new start has passed: nobody could be told. Choose another time or cancel it.',
};

const NOTICE_ANEW: Words = {
  zh: '活动已公开发布。改期后公示的时间随即更新,“公开发布时间”改记为现在;已看到原时间的群众请另行告知。',
  en: 'It is announced. The public sees the new time at once, and the time of announcing becomes now; tell those who saw the old one.',
};

const ANNOUNCED: readonly unknown[] = ['announced'];

/**
 * Whether a change of an activity announces it anew: it is announced, and begins at another time than the public was
 * told. The notice then counts from the change (ours; the plan asks for notice before the event, and a notice of
 * another time is none). Throws RangeError for a malformed instant.
 */
export const announcesAnew = (before: Announced, after: { startsAt: Instant }): boolean =>
  ANNOUNCED.includes(before.state) && compareInstants(before.startsAt, after.startsAt) !== 0;

/**
 * Whether the change must be refused because nobody can be told of the new start any more: it is not after `now`.
 * Throws RangeError for a malformed instant.
 */
export const leavesNoNotice = (before: Announced, after: { startsAt: Instant }, now: Instant): boolean =>
  announcesAnew(before, after) && compareInstants(after.startsAt, now) <= 0;

type Options = {
  now: Instant;
  rules: readonly ActivityRule[];
  venueKinds: readonly VenueKind[];
  /** Days before the activity by which it is published. */
  noticeDays: number;
};

/**
 * What stands against moving an activity to other times, refusals first; empty when it may simply be moved. The server
 * refuses the same. A rule whose thing is still missing and would have been due before today on account of the move is
 * told of, not refused: clearing and announcing will ask for it. Throws RangeError for a malformed instant.
 */
export function moveProblems(
  activity: ActivityFacts & { state: string },
  to: Times,
  options: Options,
): MoveProblem[] {
  const { now } = options;
  if (!isEditable(machineOf('activity'), activity.state)) return [locked];
  if (leavesNoNotice(activity, to, now)) return [{ refused: 'MOVED_WITHOUT_NOTICE', words: NO_NOTICE_WORDS }];
  const anew = announcesAnew(activity, to) ? noticeAnew(to, options) : [];
  return [...anew, ...overdueBy(activity, to, options)];
}

function noticeAnew({ startsAt }: Times, { now, noticeDays }: Options): MoveProblem[] {
  const isShort = noticeState({ startsAt, announcedAt: now }, now, noticeDays) === 'short';
  const short: Words = {
    zh: `按新的时间,公开发布不足提前 ${noticeDays} 天,将记为“提前不足”。`,
    en: `The new time is published less than ${noticeDays} days before, which is recorded.`,
  };
  return [NOTICE_ANEW, ...(isShort ? [short] : [])].map((words) => ({ refused: null, words }));
}

const locked: MoveProblem = {
  refused: 'STATE_LOCKED',
  words: { zh: '活动已报送或已结束,时间不能再改。', en: 'It is reported or closed; its time stays.' },
};

const OPEN: readonly unknown[] = ['planned', 'cleared'];

function overdueBy(activity: ActivityFacts & { state: string }, to: Times, options: Options): MoveProblem[] {
  if (!OPEN.includes(activity.state)) return [];
  const { rules, venueKinds, now } = options;
  const overdue = (facts: ActivityFacts) =>
    gate(facts, rules, 'announce', { today: dayOf(now), venueKinds }).filter(({ daysLeft }) => daysLeft < 0);
  const before = new Set(overdue(activity).map(({ rule }) => rule));
  return overdue({ ...activity, ...to })
    .filter(({ rule }) => !before.has(rule))
    .map(({ words, by }) => ({
      refused: null,
      words: {
        zh: `“${words.zh}”尚未办妥,按新的时间应在 ${by} 前办好,已经过期。`,
        en: `“${words.en}” is still open and would have been due by ${by}.`,
      },
    }));
}
