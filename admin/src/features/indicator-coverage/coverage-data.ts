import { COVERING_STATES } from '@jiedui/shared/activity';
import { monthRange } from '@jiedui/shared/calendar';

export type Indicator = { documentId: string; code: string; name: string; area: string; sites: number };
export type CoverageRow = { key: string; name: string; town: string | null; counts: number[] };
export type Coverage = { by: Asked['by']; indicators: Indicator[]; rows: CoverageRow[]; sites: number };

export type Asked = { by: 'station' | 'month'; from: string; to: string };

/** The list of the activities that a cell counts. */
export function activitiesOf({ by, from, to }: Asked, row: CoverageRow, { documentId }: Indicator): string {
  const months = by === 'month' ? { from: row.key, to: row.key } : { from, to };
  const query = new URLSearchParams({
    state: COVERING_STATES.join(','),
    indicators: documentId,
    from: monthRange(months.from).from,
    to: monthRange(months.to).to,
    ...(by === 'station' ? { station: row.key } : {}),
  });
  return `/activities?${query}`;
}

const STRENGTHS = [1, 2, 4, 8] as const;

/** How strongly a count is coloured, 0 (a gap) to 4. */
export const strengthOf = (count: number): number => STRENGTHS.filter((least) => count >= least).length;
