import type { Role } from '../access/roles';
import { addDays, type Day } from '../calendar';
import type { Words } from '../text/words';
import type { RecusalGround } from './recusal';
import { RECUSAL_WORDS } from './recusal';

/** Working days for an appeal where a round does not say otherwise (domain §4, ours). */
export const DEFAULT_APPEAL_DAYS = 5;

/**
 * The last day of appeal: the `days`-th working day after the day of signing, which itself does not count
 * (as in article 201 of the Civil Code). `isWorkday` knows public holidays and the days on which work is made up.
 * Throws RangeError when `signedOn` is no day or `days` is not a whole number from 1 on.
 */
export function appealDeadline(signedOn: Day, days: number, isWorkday: (day: Day) => boolean): Day {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`Not a number of working days: ${days}`);
  let day = signedOn;
  for (let counted = 0; counted < days; ) {
    day = addDays(day, 1);
    if (isWorkday(day)) counted += 1;
  }
  return day;
}

/** What an appeal is held against when it is made. */
export type AppealFacts = {
  /** The last day of appeal, as it was fixed at the signing; null where the result came without one. */
  appealBy: Day | null;
  today: Day;
  /** Whether a later result of the round has been published. */
  corrected: boolean;
};

/** Why no appeal can be made against a result now; null when it can. */
export function appealRefused({ appealBy, today, corrected }: AppealFacts): Words | null {
  if (corrected) {
    return {
      zh: '该结果已更正,请对更正后的结果提出。',
      en: 'This result has been corrected; appeal against the later one.',
    };
  }
  if (appealBy === null)
    return { zh: '该结果公布时未设申诉期。', en: 'The result was published without a term of appeal.' };
  if (today <= appealBy) return null;
  return { zh: `申诉期已于 ${appealBy} 截止。`, en: `Appeals were open until ${appealBy}.` };
}

/** The fields of an appeal that may be written in a state: the unit's, then the office's, then the reviewer's. */
const OPEN_FIELDS: Readonly<Record<string, readonly string[]>> = {
  draft: ['unitResult', 'indicator', 'ground'],
  filed: ['reviewer'],
  reviewing: ['correction', 'decision'],
};

/** Those of `changed` that may not be written in this state of an appeal. */
export function lockedAppealFields(state: unknown, changed: readonly string[]): string[] {
  const all = Object.values(OPEN_FIELDS).flat();
  const open = OPEN_FIELDS[String(state)] ?? [];
  return changed.filter((field) => all.includes(field) && !open.includes(field));
}

/** Whether the unit may still add and take away evidence. */
export const acceptsEvidence = (state: unknown): boolean => state === 'draft';

/** Why an appeal is not refused any more; null while it has not been accepted. A reviewer who gives it back leaves it so. */
export function refusingRefused(acceptedAt: unknown): Words | null {
  if (acceptedAt === null || acceptedAt === undefined) return null;
  return { zh: '申诉已受理,须由复核人作出决定。', en: 'It is accepted: a reviewer decides.' };
}

/** Whether the appeal waits for the office to name a reviewer. */
export const awaitsReviewer = (state: unknown): boolean => state === 'filed';

/** Whether the appeal waits for its reviewer to decide. */
export const isUnderReview = (state: unknown): boolean => state === 'reviewing';

/** Whether the appeal ended in a corrected result. */
export const wasAmended = (state: unknown): boolean => state === 'amended';

/** All states of an appeal after which its own unit does not take it away any more. */
export const FILED_APPEAL_STATES = [
  'filed',
  'reviewing',
  'upheld',
  'amended',
  'refused',
  'withdrawn',
] as const;

/** Who may be asked to review: never the office that evaluates and signs. */
export const REVIEWER_ROLES = ['civilityOffice', 'inspector', 'evaluator'] as const satisfies readonly Role[];

/** What independence looks at of somebody who is to review. */
export type ReviewerFacts = {
  role: string;
  /** Assigned to any unit of the round, whether or not a sheet came of it. */
  tookPart: boolean;
  ground: RecusalGround | null;
};

/** Why somebody may not review an appeal (domain §5: an independent reviewer who took no part); null when they may. */
export function reviewerRefused({ role, tookPart, ground }: ReviewerFacts): Words | null {
  if (!REVIEWER_ROLES.some((one) => one === role)) {
    return {
      zh: '复核人应为创文巩卫办、督查员或未参加本轮的测评员。',
      en: 'A reviewer is of the civility office, an inspector, or an evaluator outside the round.',
    };
  }
  if (tookPart) return { zh: '该人员参加了本轮测评。', en: 'This person took part in the round.' };
  return ground && RECUSAL_WORDS[ground];
}
