import type { Words } from '../text/words';

/** The columns of a ranked summary, on the screen and in its workbook. */
export const SUMMARY_WORDS = {
  unitClass: { zh: '单位类别', en: 'Unit class' },
  rank: { zh: '名次', en: 'Rank' },
  unit: { zh: '单位', en: 'Unit' },
  total: { zh: '总分', en: 'Total' },
  band: { zh: '等次', en: 'Grade' },
  raw: { zh: '原始均分', en: 'Raw mean' },
  raters: { zh: '评分人数', en: 'Evaluators' },
  coverage: { zh: '评分覆盖', en: 'Coverage' },
  note: { zh: '说明', en: 'Note' },
  mean: { zh: '平均分', en: 'Mean' },
  median: { zh: '中位数', en: 'Median' },
} as const satisfies Record<string, Words>;

/** What is said beside a unit's rank. */
export interface RankRemarks {
  rank: number | null;
  tiedWith: number;
  note: Words | null;
  moved: readonly { words: Words }[];
  tieBreak: { words: Words } | null;
}

/** The remarks in the order in which they are read: no rank, a tie, a full band, a tie-break. */
export function rankRemarks({ rank, tiedWith, note, moved, tieBreak }: RankRemarks): Words[] {
  return [
    ...(note ? [note] : []),
    ...(rank !== null && tiedWith > 0 ? [tieWords(tiedWith)] : []),
    ...moved.map(({ words }) => words),
    ...(tieBreak ? [tieBreak.words] : []),
  ];
}

const tieWords = (others: number): Words => ({
  zh: `与另外 ${others} 个单位并列`,
  en: `Tied with ${others} other${others > 1 ? 's' : ''}`,
});
