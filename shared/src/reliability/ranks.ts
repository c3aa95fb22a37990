/** Scores closer than this are the same score: far below any point, far above the noise of a fit. */
const SAME_SCORE = 1e-9;

/**
 * "1224" ranks of scores, the highest first: one more than the number of higher scores. The returned function
 * writes them; it keeps its memory, because a bootstrap ranks thousands of times.
 */
export function ranker(size: number): (scores: Float64Array, into: Uint32Array) => void {
  const keys = new Float64Array(size);
  const sorted = new Float64Array(size);
  return (scores, into) => {
    for (let at = 0; at < size; at += 1) keys[at] = -Math.round((scores[at] as number) / SAME_SCORE);
    sorted.set(keys);
    sorted.sort();
    for (let at = 0; at < size; at += 1) into[at] = countBelow(sorted, keys[at] as number) + 1;
  };
}

function countBelow(sorted: Float64Array, key: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] as number) < key) from = middle + 1;
    else to = middle;
  }
  return from;
}
