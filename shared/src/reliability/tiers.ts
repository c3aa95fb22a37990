/** Ranks within which a unit may lie; `best` ≤ `rank` ≤ `worst`. */
export interface RankSpan {
  rank: number;
  best: number;
  worst: number;
}

/**
 * The tier of each unit, 1 for the best. From the best rank down, a unit belongs to the tier of the units before it as
 * long as its interval meets that of the tier's first rank; otherwise it opens the next tier. So whoever opens a tier
 * is told apart from the leaders of the one above, and units of one tier should not be told apart by their ranks.
 * Units that share a rank share a tier: they lie in it when any of them does.
 */
export function tiersOf(spans: readonly RankSpan[]): number[] {
  const byRank = new Map<number, { at: number; span: RankSpan }[]>();
  spans.forEach((span, at) => {
    const sharing = byRank.get(span.rank);
    if (sharing) sharing.push({ at, span });
    else byRank.set(span.rank, [{ at, span }]);
  });
  const tiers = new Array<number>(spans.length).fill(0);
  let tier = 0;
  let reach = Number.NEGATIVE_INFINITY;
  for (const [, sharing] of [...byRank].sort(([a], [b]) => a - b)) {
    if (sharing.every(({ span }) => span.best > reach)) {
      tier += 1;
      reach = sharing.reduce((worst, { span }) => Math.max(worst, span.worst), 0);
    }
    for (const { at } of sharing) tiers[at] = tier;
  }
  return tiers;
}
