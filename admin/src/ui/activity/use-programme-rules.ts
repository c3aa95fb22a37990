import {
  type ActivityRule,
  DEFAULT_NOTICE_DAYS,
  DEFAULT_RULES,
  VENUE_KINDS,
  type VenueKind,
} from '@jiedui/shared/activity';
import { useOne } from '@refinedev/core';
import type { Row } from '../../providers/row';
import { useSession } from '../../providers/session';

const listOr = <T>(value: unknown, fallback: readonly T[]): readonly T[] =>
  Array.isArray(value) && value.length > 0 ? (value as T[]) : fallback;

/** The rules and venue kinds of the programme in force, which the office edits; the product's own without one. */
export function useProgrammeRules(): {
  rules: readonly ActivityRule[];
  venueKinds: readonly VenueKind[];
  noticeDays: number;
} {
  const { programme } = useSession();
  const { query } = useOne<Row>({
    resource: 'programmes',
    id: programme?.documentId ?? '',
    meta: { fields: ['activityRules', 'venueKinds', 'noticeDays'] },
    errorNotification: false,
    queryOptions: { enabled: programme !== null, staleTime: 5 * 60_000 },
  });
  const row = query.data?.data;
  return {
    rules: listOr<ActivityRule>(row?.activityRules, DEFAULT_RULES),
    venueKinds: listOr<VenueKind>(row?.venueKinds, VENUE_KINDS),
    noticeDays: typeof row?.noticeDays === 'number' ? row.noticeDays : DEFAULT_NOTICE_DAYS,
  };
}
