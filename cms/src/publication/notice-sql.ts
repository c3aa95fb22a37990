import type { Instant } from '@jiedui/shared/calendar';
import { dialect } from '../read/reader';
import type { Sql } from '../read/scope-sql';

const DAY = 24 * 3600 * 1000;
/** The district's clock is as far ahead of UTC all year. */
const AHEAD = 8 * 3600 * 1000;

const milliseconds = (column: string) =>
  dialect() === 'postgres' ? `(extract(epoch FROM ${column}) * 1000)` : column;
/** Midnight of a day on the district's clock. */
const midnight = (column: string) =>
  dialect() === 'postgres'
    ? `(extract(epoch FROM ${column}) * 1000 - ${AHEAD})`
    : `(strftime('%s', ${column}) * 1000 - ${AHEAD})`;

/** `noticeState` of the rules as an expression on an activity `t`; a cancelled one has to be left out beside it. */
export function noticeSql(now: Instant, noticeDays: number): Sql {
  const [announced, starts] = [milliseconds('t.announced_at'), milliseconds('t.starts_at')];
  return {
    text: `CASE
      WHEN t.announced_at IS NULL THEN CASE WHEN ${starts} > ? THEN 'pending' ELSE 'missed' END
      WHEN ${announced} >= ${starts} THEN 'late'
      WHEN ${announced} >= ${midnight('t.day')} + ? THEN 'short'
      ELSE 'inTime' END`,
    params: [Date.parse(now), (1 - noticeDays) * DAY],
  };
}
