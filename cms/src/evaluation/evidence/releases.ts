import { dayOf, endOfDayInstant, startOfDayInstant } from '@jiedui/shared/calendar';
import { FIRST_DAY, LISTED_PROJECT_STATES, PUBLISHED_STORY_STATES } from '@jiedui/shared/metric';
import { filterParam, fromColumn } from '../../read/codec';
import { dialect } from '../../read/reader';
import { marks } from '../figures/source';
import { type EvidenceReader, listByCategory } from './list';

const INSTANT = { type: 'datetime' } as const;

// What the library lists and what has come out is public: everybody who reads the sheet sees it one by one.

/** The unit's projects in the library, as it stands. */
export const projectEvidence: EvidenceReader = ({ unit }) =>
  listByCategory({
    table: 'projects',
    columns: ['state'],
    newest: 'id',
    where: {
      text: `(t.unit_id = ? OR t.team_id IN (SELECT id FROM volunteer_teams WHERE unit_id = ?))
        AND t.state IN (${marks(LISTED_PROJECT_STATES)})`,
      params: [unit, unit, ...LISTED_PROJECT_STATES],
    },
    readable: null,
    day: () => null,
    note: () => null,
  });

/** Stories about the unit that came out. */
export const storyEvidence: EvidenceReader = ({ unit, period }) => {
  const instant = (value: string) => filterParam(INSTANT, value, dialect());
  return listByCategory({
    table: 'stories',
    columns: ['released_at'],
    newest: 'released_at',
    where: {
      text: `t.unit_id = ? AND t.state IN (${marks(PUBLISHED_STORY_STATES)}) AND t.released_at BETWEEN ? AND ?`,
      params: [
        unit,
        ...PUBLISHED_STORY_STATES,
        instant(startOfDayInstant(period.from ?? FIRST_DAY)),
        instant(endOfDayInstant(period.to)),
      ],
    },
    readable: null,
    day: (row) => dayOf(String(fromColumn(INSTANT, row.released_at))),
    note: () => null,
  });
};
