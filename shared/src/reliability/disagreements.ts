/** The scores of one unit on one dimension, or on the total (`dimension` null), from all its evaluators. */
export interface ScoredCell {
  unit: string;
  dimension: string | null;
  /** Points that can be had. */
  maximum: number;
  /** What was scored; what is missing is left out. */
  scores: readonly { rater: string; value: number }[];
}

/** An end of a spread and all who gave it, by id. */
export interface SpreadEnd {
  value: number;
  raters: string[];
}

/** A cell on which evaluators are far apart. */
export interface Disagreement {
  unit: string;
  dimension: string | null;
  /** Highest less lowest, in points. */
  spread: number;
  /** The spread in percent of the maximum. */
  percent: number;
  lowest: SpreadEnd;
  highest: SpreadEnd;
  /** Number of evaluators. */
  raters: number;
}

/**
 * The cells whose evaluators are further apart than `threshold` percent of the maximum, the furthest first, equal
 * ones by unit and dimension. Exactly the threshold is not over it. Cells with fewer than two scores cannot disagree.
 * @throws RangeError for a maximum that is not positive, or a value or threshold that is no finite number
 */
export function disagreements(cells: readonly ScoredCell[], threshold: number): Disagreement[] {
  if (!Number.isFinite(threshold)) throw new RangeError(`A threshold of ${threshold} %`);
  return cells
    .flatMap((cell) => spreadOf(cell) ?? [])
    .filter(({ percent }) => percent > threshold)
    .sort(
      (a, b) =>
        b.percent - a.percent || compare(a.unit, b.unit) || compare(a.dimension ?? '', b.dimension ?? ''),
    );
}

function spreadOf({ unit, dimension, maximum, scores }: ScoredCell): Disagreement | null {
  if (!(maximum > 0 && Number.isFinite(maximum))) throw new RangeError(`${maximum} points at most`);
  for (const { value } of scores) if (!Number.isFinite(value)) throw new RangeError(`${value} is no score`);
  if (scores.length < 2) return null;
  const values = scores.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const end = (value: number): SpreadEnd => ({
    value,
    raters: scores.flatMap((score) => (score.value === value ? [score.rater] : [])).sort(),
  });
  return {
    unit,
    dimension,
    spread: clean(high - low),
    percent: clean(((high - low) / maximum) * 100),
    lowest: end(low),
    highest: end(high),
    raters: scores.length,
  };
}

// 0.3 − 0.1 is a hair less than 0.2, and a hair must not decide about a threshold.
const clean = (value: number): number => Number(value.toFixed(9));

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
