import { z } from 'zod';
import { addMonths, type Day, type DayRange } from '../calendar';
import type { Words } from '../text';
import { PUBLIC_STATES } from './publication';

/** What a subscribed calendar holds: all that the account may read, or of that what belongs to one site, unit or category. */
export const FEED_KINDS = ['mine', 'station', 'unit', 'category'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

export const FEED_KIND_WORDS: Record<FeedKind, Words> = {
  mine: { zh: '我能看到的全部活动', en: 'All that I may see' },
  station: { zh: '一个阵地的活动', en: 'One site' },
  unit: { zh: '一个单位的活动', en: 'One unit' },
  category: { zh: '一类活动', en: 'One category' },
};

/** Addresses that one account may have at a time (ours). */
export const MOST_FEEDS = 20;

/** What is asked for with a new address; `of` is the documentId of the site, unit or category. */
export const feedInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mine') }),
  z.strictObject({ kind: z.enum(['station', 'unit', 'category']), of: z.string().min(1).max(40) }),
]);
export type FeedInput = z.infer<typeof feedInputSchema>;

/** The days a subscribed calendar holds: from a month ago to half a year ahead (ours). Throws RangeError. */
export const feedDays = (today: Day): DayRange => ({ from: addMonths(today, -1), to: addMonths(today, 6) });

export type EventStatus = 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';

/** How a calendar program is told that an activity stands (RFC 5545, 3.8.1.11): before it is announced it may change. */
export function eventStatus(state: unknown): EventStatus {
  if (state === 'cancelled') return 'CANCELLED';
  return PUBLIC_STATES.includes(String(state)) ? 'CONFIRMED' : 'TENTATIVE';
}
