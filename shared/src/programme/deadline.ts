import { z } from 'zod';
import { codeSchema, wordsSchema } from '../activity';
import {
  addDays,
  compareInstants,
  type Day,
  dayOf,
  daySchema,
  daysBetween,
  endOfDayInstant,
  type Instant,
} from '../calendar';

export const deadlineSchema = z.strictObject({
  code: codeSchema,
  words: wordsSchema,
  dueOn: daySchema,
  /** Whether 前 includes the day itself (until 23:59:59); false: until the end of the day before. */
  dayIncluded: z.boolean(),
  /** The last day that the report's figures cover. */
  dataCutoff: daySchema,
  /** Whether figures that come after the cut-off may follow in an addendum. */
  addendumAllowed: z.boolean(),
  source: z.string(),
});

export type Deadline = z.infer<typeof deadlineSchema>;

type Due = Pick<Deadline, 'dueOn' | 'dayIncluded'>;

/** The last day on which the report is in time. */
export const lastDay = ({ dueOn, dayIncluded }: Due): Day => (dayIncluded ? dueOn : addDays(dueOn, -1));

/** The last moment at which the report is in time: 23:59:59.999 in Asia/Shanghai. */
export const dueInstant = (deadline: Due): Instant => endOfDayInstant(lastDay(deadline));

/**
 * How a deadline stands. `days` is never negative: days to spare (`done`), days late (`late`), days left
 * (`dueSoon`, `upcoming`; 0 on the last day), days overdue (`overdue`).
 */
export type DueState = { state: 'done' | 'late' | 'dueSoon' | 'upcoming' | 'overdue'; days: number };

/**
 * `submittedAt` is the moment the report came in, left out while it has not. It is `dueSoon` from `soonDays`
 * days before the last day. Throws RangeError for a malformed day or instant.
 */
export function dueState(
  deadline: Deadline,
  today: Day,
  submittedAt?: Instant | null,
  soonDays = 14,
): DueState {
  const last = lastDay(deadline);
  if (submittedAt) {
    const inTime = compareInstants(submittedAt, dueInstant(deadline)) <= 0;
    return { state: inTime ? 'done' : 'late', days: Math.abs(daysBetween(dayOf(submittedAt), last)) };
  }
  const left = daysBetween(today, last);
  if (left < 0) return { state: 'overdue', days: -left };
  return { state: left <= soonDays ? 'dueSoon' : 'upcoming', days: left };
}
