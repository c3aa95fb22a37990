import { endOfDayInstant, startOfDayInstant } from '@jiedui/shared/calendar';
import { countFigure, FIRST_DAY, LISTED_PROJECT_STATES, PUBLISHED_STORY_STATES } from '@jiedui/shared/metric';
import { filterParam } from '../../read/codec';
import { amongIds, dialect } from '../../read/reader';
import { daysOf } from './activities';
import { type FigureSource, marks } from './source';

const MINUTES = 60;

/** Projects that stand in the library, of the unit or of one of its teams. */
export const listedProjects: FigureSource = {
  gives: { projectsListed: (n) => countFigure(n('listed')) },
  sql({ units }) {
    const among = amongIds('coalesce(p.unit_id, v.unit_id)', units);
    return {
      text: `SELECT coalesce(p.unit_id, v.unit_id) AS unit, count(*) AS listed
        FROM projects p LEFT JOIN volunteer_teams v ON v.id = p.team_id
        WHERE ${among.text} AND p.state IN (${marks(LISTED_PROJECT_STATES)})
        GROUP BY coalesce(p.unit_id, v.unit_id)`,
      params: [...among.params, ...LISTED_PROJECT_STATES],
    };
  },
};

/** Hours of the unit's volunteers, wherever they served. */
export const volunteerHours: FigureSource = {
  gives: { volunteerHours: (n) => countFigure(n('minutes') / MINUTES) },
  sql({ units, period }) {
    const among = amongIds('v.unit_id', units);
    return {
      text: `SELECT v.unit_id AS unit, sum(a.minutes) AS minutes
        FROM attendances a JOIN volunteers v ON v.id = a.volunteer_id
        WHERE ${among.text} AND a.day BETWEEN ? AND ? GROUP BY v.unit_id`,
      params: [...among.params, ...daysOf(period)],
    };
  },
};

/** Stories about the unit that came out in the period and are still out. */
export const publishedStories: FigureSource = {
  gives: {
    storiesPublished: (n) => countFigure(n('published')),
    goodPractices: (n) => countFigure(n('good')),
  },
  sql({ units, period }) {
    const among = amongIds('s.unit_id', units);
    const instant = (value: string) => filterParam({ type: 'datetime' }, value, dialect());
    return {
      text: `SELECT s.unit_id AS unit, count(*) AS published,
          sum(CASE WHEN s.good_practice THEN 1 ELSE 0 END) AS good FROM stories s
        WHERE ${among.text} AND s.state IN (${marks(PUBLISHED_STORY_STATES)})
          AND s.released_at BETWEEN ? AND ? GROUP BY s.unit_id`,
      params: [
        ...among.params,
        ...PUBLISHED_STORY_STATES,
        instant(startOfDayInstant(period.from ?? FIRST_DAY)),
        instant(endOfDayInstant(period.to)),
      ],
    };
  },
};
