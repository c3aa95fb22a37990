import {
  CANCELLED_ACTIVITY_STATES,
  countFigure,
  FIRST_DAY,
  type JudgedPeriod,
  rateFigure,
} from '@jiedui/shared/metric';
import { statesThatCount } from '@jiedui/shared/programme';
import { noticeSql } from '../../publication/notice-sql';
import { modelOf } from '../../read/model';
import { amongIds } from '../../read/reader';
import { type FigureSource, marks } from './source';

const COUNTING = statesThatCount('verified');

export const daysOf = ({ from, to }: JudgedPeriod): [string, string] => [from ?? FIRST_DAY, to];

/** What a unit has held: how often, in how many months, and how much of it with photos. */
export const heldActivities: FigureSource = {
  gives: {
    activitiesHeld: (n) => countFigure(n('held')),
    monthsMet: (n) => countFigure(n('months')),
    photoRate: (n) => rateFigure(n('photographed'), n('held')),
  },
  sql({ units, period }) {
    const among = amongIds('t.unit_id', units);
    return {
      text: `SELECT t.unit_id AS unit, count(*) AS held, count(DISTINCT t.month) AS months,
          sum(CASE WHEN EXISTS (SELECT 1 FROM files_related_mph l WHERE l.related_id = t.id
            AND l.related_type = ? AND l.field = 'photos') THEN 1 ELSE 0 END) AS photographed
        FROM activities t WHERE ${among.text} AND t.state IN (${marks(COUNTING)}) AND t.day BETWEEN ? AND ?
        GROUP BY t.unit_id`,
      params: [modelOf('activity').uid, ...among.params, ...COUNTING, ...daysOf(period)],
    };
  },
};

/** What a unit has announced, as the report on public notices judges it. */
export const announcedActivities: FigureSource = {
  gives: { noticeRate: (n) => rateFigure(n('in_time'), n('owed')) },
  sql({ units, period, today, now, noticeDays }) {
    const among = amongIds('t.unit_id', units);
    const notice = noticeSql(now, noticeDays);
    return {
      text: `SELECT x.unit, count(*) AS owed, sum(CASE WHEN x.notice = 'inTime' THEN 1 ELSE 0 END) AS in_time
        FROM (SELECT t.unit_id AS unit, ${notice.text} AS notice FROM activities t
          WHERE ${among.text} AND t.state NOT IN (${marks(CANCELLED_ACTIVITY_STATES)})
            AND t.day BETWEEN ? AND ? AND t.day <= ?) x
        WHERE x.notice <> 'pending' GROUP BY x.unit`,
      params: [...notice.params, ...among.params, ...CANCELLED_ACTIVITY_STATES, ...daysOf(period), today],
    };
  },
};
