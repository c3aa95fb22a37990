import { compareInstants, type Instant } from '../calendar';

type Span = { startsAt: Instant; endsAt: Instant };

/**
 * Whether two activities share time, so that one person or room cannot serve both. One that begins at the
 * moment the other ends does not overlap it. Throws RangeError for a malformed instant.
 */
export const overlaps = (a: Span, b: Span): boolean =>
  compareInstants(a.startsAt, b.endsAt) < 0 && compareInstants(b.startsAt, a.endsAt) < 0;
