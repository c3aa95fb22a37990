import { countFigure, type Figure, rateFigure } from '../metric';
import type { FilingStanding } from './due';

export type StandingCounts = Readonly<Record<FilingStanding, number>>;

export const NO_STANDINGS: StandingCounts = { met: 0, late: 0, missing: 0, notYet: 0 };

/** The figures that are taken from the filings of a unit: what came in late or not at all, and the share in time. */
export type FilingMetric = 'lateReports' | 'reportsOnTimeRate';

/** The figures of a unit's filings. What is not due yet counts for nothing. */
export function filingFigures({ met, late, missing }: StandingCounts): Record<FilingMetric, Figure> {
  return {
    lateReports: countFigure(late + missing),
    reportsOnTimeRate: rateFigure(met, met + late + missing),
  };
}
