import { type FilingStanding, filingFigures, type StandingCounts } from '@jiedui/shared/filing';
import { FIRST_DAY } from '@jiedui/shared/metric';
import { dutiesOf } from '../../filing/duties';
import { standingsSql } from '../../filing/standings';
import type { FigureSource, Numbers } from './source';

const STANDINGS: readonly FilingStanding[] = ['met', 'late', 'missing'];

const countsOf = (numbers: Numbers): StandingCounts => ({
  met: numbers('met'),
  late: numbers('late'),
  missing: numbers('missing'),
  notYet: 0,
});

/** The reports that a unit owed within the period. */
export const owedReports: FigureSource = {
  gives: {
    lateReports: (n) => filingFigures(countsOf(n)).lateReports,
    reportsOnTimeRate: (n) => filingFigures(countsOf(n)).reportsOnTimeRate,
  },
  async sql({ units, period, today }, run) {
    const from = period.from ?? FIRST_DAY;
    const duties = (await dutiesOf('report', today, 1, run)).filter(
      ({ due }) => due.dueOn >= from && due.dueOn <= period.to,
    );
    const standings = standingsSql(duties, { units }, today);
    if (!standings) return null;
    const counts = STANDINGS.map(
      (standing) => `sum(CASE WHEN s.standing = '${standing}' THEN 1 ELSE 0 END) AS ${standing}`,
    );
    return {
      text: `SELECT s.id AS unit, ${counts.join(', ')} FROM (${standings.text}) s
        WHERE s.per = 'unit' GROUP BY s.id`,
      params: standings.params,
    };
  },
};
