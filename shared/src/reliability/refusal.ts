import type { Words } from '../text/words';

/** Why a figure is not given. A figure that cannot be had is null with one of these, never a zero. */
export const REFUSAL_WORDS = {
  nothingPairable: {
    zh: '没有任何单位得到两份以上评分，无从比较',
    en: 'No unit has two scores that could be compared',
  },
  onlyOneValue: {
    zh: '所有可比较的评分都相同，没有差异，无法判断一致性',
    en: 'All comparable scores are the same: without differences there is nothing to agree about',
  },
  negativeRatio: {
    zh: '比率尺度要求评分不为负',
    en: 'A ratio scale has no negative scores',
  },
  noScores: { zh: '还没有评分', en: 'There are no scores yet' },
  incomplete: {
    zh: '并非每名测评员都评了每个单位，不能计算 ICC',
    en: 'Not every evaluator scored every unit, so there is no ICC',
  },
  tooFewUnits: { zh: '至少需要 2 个单位', en: 'At least 2 units are needed' },
  tooFewRaters: { zh: '至少需要 2 名测评员', en: 'At least 2 evaluators are needed' },
  unitsDoNotDiffer: {
    zh: '各单位之间没有可分辨的差异，系数没有意义',
    en: 'The units do not differ, so the coefficient means nothing',
  },
  notConnected: {
    zh: '评分分成互不相连的几组，各组之间不能比较',
    en: 'The scores fall into groups that nothing connects, so they cannot be compared',
  },
  noResiduals: {
    zh: '评分太少，分不清测评员的宽严与偶然误差',
    en: 'Too few scores to tell the evaluators’ severity from chance',
  },
  tooFewResiduals: {
    zh: '重复评分太少，误差大小本身不可靠，不给出名次区间',
    en: 'Too few repeated scores: the size of the error itself is not known well enough for rank intervals',
  },
  tooFewResamples: {
    zh: '重抽样次数太少，不给出名次区间',
    en: 'Too few resamples for rank intervals',
  },
} as const satisfies Record<string, Words>;

export type RefusalReason = keyof typeof REFUSAL_WORDS;

/** The part that every refused result has in common; the figure itself is null beside it. */
export interface Refusal {
  reason: RefusalReason;
  words: Words;
}

/** The reason with its words, to be spread into a result whose figure is null. */
export function refusal(reason: RefusalReason): Refusal {
  return { reason, words: REFUSAL_WORDS[reason] };
}
