import { brief, type Dec } from '../decimal';
import type { Aggregation } from '../rubric';
import type { Words } from '../text/words';
import { type Kept, keptAfterDrop, mean, sorted, trimCount } from './trimmed-mean';

/** The evaluators' totals as one score. */
export interface Aggregate {
  value: Dec;
  /** Plain mean of all: always shown beside an adjusted one. */
  rawMean: Dec;
  /** By position in the list given. */
  kept: Kept[];
  rule: Aggregation['policy'];
  words: Words;
}

/** Aggregation over evaluators by the rubric's policy; null when nobody scored. */
export function aggregate(totals: readonly Dec[], policy: Aggregation): Aggregate | null {
  const rawMean = mean(totals);
  if (!rawMean) return null;
  const drop = dropOnEachSide(totals.length, policy);
  const value = mean(sorted(totals).slice(drop, totals.length - drop));
  if (!value) return null;
  const rule = drop === 0 ? 'mean' : policy.policy;
  return {
    value,
    rawMean,
    kept: keptAfterDrop(totals, drop),
    rule,
    words: wordsOf(totals.length, drop, value, rawMean),
  };
}

function dropOnEachSide(count: number, policy: Aggregation): number {
  switch (policy.policy) {
    case 'mean':
      return 0;
    case 'dropHighLow':
      return count >= policy.from ? 1 : 0;
    case 'trimmed':
      return trimCount(count, policy.proportion);
  }
}

function wordsOf(count: number, drop: number, value: Dec, rawMean: Dec): Words {
  if (drop === 0) {
    return { zh: `${count} 份评分的平均：${brief(value)}`, en: `Mean of ${count} sheet(s): ${brief(value)}` };
  }
  return {
    zh: `${count} 份评分去掉 ${drop} 个最高、${drop} 个最低后平均：${brief(value)}（全部平均 ${brief(rawMean)}）`,
    en: `Mean of ${count} sheets without the ${drop} highest and ${drop} lowest: ${brief(value)} (of all: ${brief(rawMean)})`,
  };
}
