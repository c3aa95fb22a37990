import type { Words } from '../text/words';
import { type AdditiveFit, additiveFit, residualDegrees, whyNotFitted } from './additive-fit';
import { unitMeans } from './additive-solver';
import { type DrawBelow, RANDOM_METHOD, seededRandom } from './random';
import { ranker } from './ranks';
import type { RatingTable } from './ratings';
import { type Refusal, refusal } from './refusal';
import { appliedShares, DEFAULT_LAMBDA } from './shrinkage';
import { tiersOf } from './tiers';

/**
 * Fewest residual degrees of freedom: with 10 the spread of the residuals, on which every interval rests, is known
 * to about 1 / √20 = 22 %; with fewer it is a guess.
 */
export const MIN_RESIDUAL_DEGREES = 10;

/**
 * Fewest resamples beyond each end of an interval: an end is a percentile, and below ten it hangs on single draws.
 * So a 90 % interval needs 200 resamples, a 95 % one 400.
 */
export const MIN_BEYOND_END = 10;

/** The method as published beside the intervals. */
const METHOD_WORDS: Words = {
  zh: '对连通的可加模型拟合残差做自助重抽样，残差乘以 √(评分数 / 自由度)；取校正分名次的百分位区间，必要时放宽到包含名次本身',
  en: 'Bootstrap of the residuals of the connected additive fit, residuals × √(scores / degrees of freedom); percentile interval of the rank of the adjusted score, widened where needed to hold the rank itself',
};

export interface RankIntervalOptions {
  /** Any text; the same seed gives the same intervals. */
  seed: string;
  /** 1,000 unless said otherwise. */
  resamples?: number;
  /** Share of the resamples that an interval holds, 0.9 unless said otherwise. */
  level?: number;
  /** λ of the shrinkage as in `severityFit`. */
  lambda?: number;
}

/** A unit's rank and the ranks that it might as well have had. */
export interface RankInterval {
  unit: string;
  /** Adjusted score as in `severityFit`. */
  score: number;
  /** "1224": one more than the number of higher scores. */
  rank: number;
  best: number;
  worst: number;
  /** 1 for the best; see `tiersOf`. */
  tier: number;
}

/** Rank intervals with all that is needed to compute them again. */
export interface RankIntervals {
  /** By rank, equal ones by id. */
  units: RankInterval[];
  seed: string;
  resamples: number;
  level: number;
  lambda: number;
  method: Words;
  random: string;
}

export type RankIntervalResult = { ranks: RankIntervals } | ({ ranks: null } & Refusal);

export interface Progress {
  done: number;
  of: number;
}

/**
 * Rank intervals and tiers by a seeded bootstrap of the residuals of the additive fit (Efron & Tibshirani 1993, An
 * Introduction to the Bootstrap, chapter 9): scores are made from the fit and residuals drawn with replacement, the fit is
 * repeated, the units are ranked, and each unit's interval is what the middle of its ranks spans. The residuals are
 * first enlarged by √(scores / degrees of freedom), because those of a fit are smaller than the errors were.
 *
 * A generator: it yields its progress about a hundred times, so that a worker can report it, and be stopped by not
 * asking on. Memory: four bytes for each unit and resample.
 *
 * Null with a reason: `noScores`, `notConnected`, `tooFewResiduals`, `tooFewResamples`.
 * @throws RangeError for a level not between 0 and 1 or a number of resamples that is no whole positive one, and as
 * `severityFit`
 */
export function* rankIntervals(
  table: RatingTable,
  { seed, resamples = 1000, level = 0.9, lambda = DEFAULT_LAMBDA }: RankIntervalOptions,
): Generator<Progress, RankIntervalResult> {
  if (!(level > 0 && level < 1)) throw new RangeError(`A level of ${level}`);
  if (!(Number.isSafeInteger(resamples) && resamples > 0)) throw new RangeError(`${resamples} resamples`);
  const beyond = beyondEnd(resamples, level);
  const shares = appliedShares(table, lambda);
  const reason = whyNot(table, beyond);
  if (reason) return { ranks: null, ...refusal(reason) };

  const fit = additiveFit(table);
  const adjusted = unitMeans(table, table.values, timesShares(fit.severities, shares));
  const drawRanks = rankDrawer(table, fit, shares, adjusted, seededRandom(seed));
  const size = table.units.length;
  const drawn = new Uint32Array(size * resamples);
  const ranks = new Uint32Array(size);
  const step = Math.ceil(resamples / 100);
  for (let done = 0; done < resamples; done += 1) {
    if (done % step === 0) yield { done, of: resamples };
    drawRanks(ranks);
    // A unit's ranks side by side, to be sorted where they stand.
    for (let unit = 0; unit < size; unit += 1) drawn[unit * resamples + done] = ranks[unit] as number;
  }
  const units = intervals(table, adjusted, drawn, beyond);
  yield { done: resamples, of: resamples };
  return {
    ranks: { units, seed, resamples, level, lambda, method: METHOD_WORDS, random: RANDOM_METHOD },
  };
}

/** Runs a computation to its end, telling its progress on the way. */
export function runToEnd<T>(
  computation: Generator<Progress, T>,
  progress: (done: number, of: number) => void = () => {},
): T {
  for (;;) {
    const step = computation.next();
    if (step.done) return step.value;
    progress(step.value.done, step.value.of);
  }
}

// The hair keeps 1000 × (1 − 0.9) / 2 at 50.
function beyondEnd(resamples: number, level: number): number {
  return Math.floor((resamples * (1 - level)) / 2 + 1e-9);
}

function whyNot(table: RatingTable, beyond: number): Refusal['reason'] | null {
  const unfitted = whyNotFitted(table);
  if (unfitted) return unfitted;
  if (residualDegrees(table) < MIN_RESIDUAL_DEGREES) return 'tooFewResiduals';
  return beyond < MIN_BEYOND_END ? 'tooFewResamples' : null;
}

/**
 * Draws the ranks of one resample. The fit is linear: fitted anew, scores made of a fit and errors give that fit plus
 * the fit of the errors, so only the errors are drawn and solved.
 */
function rankDrawer(
  table: RatingTable,
  { residuals, solver }: AdditiveFit,
  shares: Float64Array,
  adjusted: Float64Array,
  draw: DrawBelow,
): (into: Uint32Array) => void {
  const pool = enlarged(residuals, residualDegrees(table));
  const errors = new Float64Array(pool.length);
  const severities = new Float64Array(shares.length);
  const scores = new Float64Array(adjusted.length);
  const rank = ranker(adjusted.length);
  const drawn = new Uint32Array(pool.length);
  return (into) => {
    draw(pool.length, drawn);
    for (let at = 0; at < errors.length; at += 1) errors[at] = pool[drawn[at] as number] as number;
    solver.severities(errors, severities);
    unitMeans(table, errors, timesShares(severities, shares), scores);
    for (let unit = 0; unit < scores.length; unit += 1)
      scores[unit] = (scores[unit] as number) + (adjusted[unit] as number);
    rank(scores, into);
  };
}

const timesShares = (severities: Float64Array, shares: Float64Array): Float64Array =>
  severities.map((severity, rater) => severity * (shares[rater] as number));

// Residuals of a least-squares fit have the mean zero already.
function enlarged(residuals: Float64Array, degrees: number): Float64Array {
  const factor = Math.sqrt(residuals.length / degrees);
  return residuals.map((residual) => residual * factor);
}

function intervals(
  table: RatingTable,
  scores: Float64Array,
  drawn: Uint32Array,
  beyond: number,
): RankInterval[] {
  const ranks = new Uint32Array(scores.length);
  ranker(scores.length)(scores, ranks);
  const resamples = drawn.length / scores.length;
  const spans = table.units.map((unit, at) => {
    const own = drawn.subarray(at * resamples, (at + 1) * resamples).sort();
    const rank = ranks[at] as number;
    // The best unit's ranks in the resamples can all be worse than its own, the worst one's all better.
    const best = Math.min(rank, own[beyond] as number);
    const worst = Math.max(rank, own[resamples - 1 - beyond] as number);
    return { unit, score: scores[at] as number, rank, best, worst };
  });
  const tiers = tiersOf(spans);
  return spans.map((span, at) => ({ ...span, tier: tiers[at] as number })).sort((a, b) => a.rank - b.rank);
}
