import { leavesGap, MISSING_STATES, type MissingState } from '../scoring/missing';

/** Scores that were asked for: whether they are there, or why not. */
export interface AskedScore {
  unit: string;
  rater: string;
  state: 'scored' | MissingState;
  /** How many of them; one where nothing is said. */
  count?: number;
}

/** How many of the scores asked for are there. */
export interface ScoreTally {
  scored: number;
  /** Number without a score, by reason; every reason is listed. */
  missing: Record<MissingState, number>;
  /** Scored ones in percent of those that apply; null when none applies. */
  percent: number | null;
}

export interface RoundCoverage {
  total: ScoreTally;
  /** In the order of ids. */
  units: (ScoreTally & { unit: string })[];
  raters: (ScoreTally & { rater: string })[];
}

/**
 * Coverage of a round: what was scored and what is missing, in total, of each unit and of each evaluator. What does
 * not apply is no gap; what was recused or lost is one. A missing score is counted here and nowhere taken as zero.
 */
export function roundCoverage(asked: readonly AskedScore[]): RoundCoverage {
  const units = tallyBy(asked, ({ unit }) => unit);
  const raters = tallyBy(asked, ({ rater }) => rater);
  return {
    total: tallyBy(asked, () => 'all').get('all') ?? showTally(emptyCounts()),
    units: [...units].map(([unit, tally]) => ({ unit, ...tally })),
    raters: [...raters].map(([rater, tally]) => ({ rater, ...tally })),
  };
}

type Counts = Record<AskedScore['state'], number>;

const emptyCounts = (): Counts => ({ scored: 0, notScored: 0, notApplicable: 0, recused: 0, lost: 0 });

function tallyBy(
  asked: readonly AskedScore[],
  keyOf: (score: AskedScore) => string,
): Map<string, ScoreTally> {
  const counted = new Map<string, Counts>();
  for (const score of asked) {
    const key = keyOf(score);
    const counts = counted.get(key) ?? emptyCounts();
    counts[score.state] += score.count ?? 1;
    counted.set(key, counts);
  }
  const keys = [...counted.keys()].sort();
  return new Map(keys.map((key) => [key, showTally(counted.get(key) ?? emptyCounts())]));
}

function showTally({ scored, ...missing }: Counts): ScoreTally {
  const gaps = MISSING_STATES.reduce((sum, state) => sum + (leavesGap(state) ? missing[state] : 0), 0);
  const percent = scored + gaps === 0 ? null : (scored * 100) / (scored + gaps);
  return { scored, missing, percent };
}
