import { scopeOf } from '@jiedui/shared/access';
import { CANCELLED_ACTIVITY_STATES } from '@jiedui/shared/metric';
import { enumWords } from '@jiedui/shared/text';
import type { Row } from '../../read/database';
import { modelOf } from '../../read/model';
import { type Sql, scopeSql } from '../../read/scope-sql';
import { daysOf } from '../figures/activities';
import { marks } from '../figures/source';
import { type EvidenceOf, type EvidenceReader, listByCategory } from './list';

const listOf = ({ actor, unit, period }: EvidenceOf) => ({
  table: 'activities',
  columns: ['day', 'state'],
  newest: 'day',
  where: {
    text: `t.unit_id = ? AND t.state NOT IN (${marks(CANCELLED_ACTIVITY_STATES)}) AND t.day BETWEEN ? AND ?`,
    params: [unit, ...CANCELLED_ACTIVITY_STATES, ...daysOf(period)],
  },
  readable: scopeSql(modelOf('activity'), scopeOf(actor.role, 'read', 'activity'), actor, 't'),
  day: (row: Row) => String(row.day),
});

/** What the unit put on, cancelled ones aside, with how each stands. */
export const activityEvidence: EvidenceReader = (of) =>
  listByCategory({ ...listOf(of), note: (row) => enumWords('activity', 'state', String(row.state)) });

const photos = (): Sql => ({
  text: `(SELECT count(*) FROM files_related_mph l WHERE l.related_id = t.id AND l.related_type = ?
    AND l.field = 'photos')`,
  params: [modelOf('activity').uid],
});

/** The photos of its activities, activity by activity. */
export const photoEvidence: EvidenceReader = (of) =>
  listByCategory({
    ...listOf(of),
    amount: photos(),
    note: ({ amount }) => ({ zh: `${amount} 张`, en: `${amount} photo(s)` }),
  });
