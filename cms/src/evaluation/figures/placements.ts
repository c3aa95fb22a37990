import { COUNTED_PLACEMENT_STATES, countFigure } from '@jiedui/shared/metric';
import { amongIds } from '../../read/reader';
import { daysOf } from './activities';
import { type FigureSource, marks } from './source';

/** One publication: the same address, or the same headline in the same paper, is the same one. */
export const publicationSql = (alias: string): string =>
  `coalesce(nullif(${alias}.link, ''), ${alias}.outlet || '|' || ${alias}.title)`;

const LEVELS = ['national', 'province', 'city'] as const;

const counted = LEVELS.map(
  (level) => `count(DISTINCT CASE WHEN p.level = '${level}' THEN ${publicationSql('p')} END) AS ${level}`,
).join(', ');

/** What of the unit came out in the media in the period, as far as the desk has verified it. */
export const mediaPlacements: FigureSource = {
  gives: {
    placementsNational: (n) => countFigure(n('national')),
    placementsProvince: (n) => countFigure(n('province')),
    placementsCity: (n) => countFigure(n('city')),
  },
  sql({ units, period }) {
    const among = amongIds('p.unit_id', units);
    return {
      text: `SELECT p.unit_id AS unit, ${counted} FROM media_placements p
        WHERE ${among.text} AND p.state IN (${marks(COUNTED_PLACEMENT_STATES)})
          AND p.published_on BETWEEN ? AND ? GROUP BY p.unit_id`,
      params: [...among.params, ...COUNTED_PLACEMENT_STATES, ...daysOf(period)],
    };
  },
};
