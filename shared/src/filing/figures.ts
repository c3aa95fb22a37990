import type { Words } from '../text';
import type { FilingStanding } from './due';

export type StandingCounts = Readonly<Record<FilingStanding, number>>;

export const NO_STANDINGS: StandingCounts = { met: 0, late: 0, missing: 0, notYet: 0 };

/**
 * What a `metric` of a rubric can take from the filings of a unit: how many came in late or not at all, and the share
 * in time of all that were due, in percent (null when nothing was due).
 */
export type FilingFigures = { lateReports: number; reportsOnTimeRate: number | null };

export const FILING_METRICS: Record<keyof FilingFigures, Words> = {
  lateReports: { zh: '迟报、漏报次数', en: 'Reports late or missing' },
  reportsOnTimeRate: { zh: '按时报送率(%)', en: 'Reports in time (%)' },
};

/** The figures of a unit's filings. What is not due yet counts for nothing. */
export function filingFigures({ met, late, missing }: StandingCounts): FilingFigures {
  const due = met + late + missing;
  return { lateReports: late + missing, reportsOnTimeRate: due === 0 ? null : (met / due) * 100 };
}
