import { brief, type Dec, dec, exact, HUNDRED, ZERO } from '../decimal';
import { leavesGap, MISSING_STATES, type MissingState } from './missing';

/** How much of what should be judged was judged. `scored` and `possible` are points, `percent` is 0…100. */
export interface Coverage {
  scored: string;
  possible: string;
  /** Null when nothing was to be judged. */
  percent: string | null;
  /** Number of items without a score, by reason. */
  missing: Partial<Record<MissingState, number>>;
}

/** A coverage while it is being computed. */
export interface CoverageCalc {
  scored: Dec;
  possible: Dec;
  missing: Partial<Record<MissingState, number>>;
}

interface Covered {
  max: Dec;
  missing?: MissingState | undefined;
}

/** Coverage of a list of items by their points; items that do not apply are left out of what is possible. */
export function coverItems(items: readonly Covered[]): CoverageCalc {
  const cover: CoverageCalc = { scored: ZERO, possible: ZERO, missing: {} };
  for (const { max, missing } of items) {
    if (missing === undefined) cover.scored = cover.scored.plus(max);
    if (missing === undefined || leavesGap(missing)) cover.possible = cover.possible.plus(max);
    if (missing !== undefined) cover.missing[missing] = (cover.missing[missing] ?? 0) + 1;
  }
  return cover;
}

/** Several coverages as one, each with its weight (sheets of a source, sources of a unit). */
export function joinCoverage(parts: readonly { cover: CoverageCalc; weight?: Dec }[]): CoverageCalc {
  const joined: CoverageCalc = { scored: ZERO, possible: ZERO, missing: {} };
  for (const { cover, weight = dec(1) } of parts) {
    joined.scored = joined.scored.plus(cover.scored.times(weight));
    joined.possible = joined.possible.plus(cover.possible.times(weight));
    for (const state of MISSING_STATES) {
      const count = (joined.missing[state] ?? 0) + (cover.missing[state] ?? 0);
      if (count > 0) joined.missing[state] = count;
    }
  }
  return joined;
}

/** The coverage as stored and shown. */
export function showCoverage({ scored, possible, missing }: CoverageCalc): Coverage {
  const percent = possible.isZero() ? null : brief(scored.times(HUNDRED).div(possible));
  return { scored: exact(scored), possible: exact(possible), percent, missing };
}
