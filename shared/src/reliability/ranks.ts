/** Scores about as close as this are the same score: far below any point, far above the noise of a fit. */
const SAME_SCORE = 1e-9;

/**
 * "1224" ranks of scores, the highest first: one more than the number of higher scores. The returned function
 * writes them; it keeps its memory, because a bootstrap ranks thousands of times.
 */
export function ranker(size: number): (scores: Float64Array, into: Uint32Array) => void {
  const keys = new Float64Array(size);
  return (scores, into) => {
    const { low, high } = rangeOf(scores);
    // Number and place in one double: typed arrays of plain numbers are sorted natively, by a comparison they are not.
    const grain = Math.max(SAME_SCORE, ((high - low) * size) / 2 ** 52);
    for (let at = 0; at < size; at += 1)
      keys[at] = Math.round((high - (scores[at] as number)) / grain) * size + at;
    keys.sort();
    let rank = 0;
    let last = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < size; place += 1) {
      const key = keys[place] as number;
      const score = Math.floor(key / size);
      // Neighbours on the grid may be one score that rounding has put on either side of a line.
      if (score - last > 1) rank = place + 1;
      last = score;
      into[key - score * size] = rank;
    }
  };
}

function rangeOf(scores: Float64Array): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const score of scores) {
    if (score < low) low = score;
    if (score > high) high = score;
  }
  return { low, high };
}
