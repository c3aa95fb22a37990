import type { Words } from '../text/words';

/** Why there is no score. Missing is not zero (domain §5). */
export const MISSING_STATES = ['notScored', 'notApplicable', 'recused', 'lost'] as const;
export type MissingState = (typeof MISSING_STATES)[number];

export const MISSING_WORDS = {
  notScored: { zh: '未评', en: 'Not scored' },
  notApplicable: { zh: '不适用', en: 'Not applicable' },
  recused: { zh: '回避', en: 'Recused' },
  lost: { zh: '材料遗失', en: 'Lost' },
} as const satisfies Record<MissingState, Words>;

/** A system figure that is not there yet: nothing that an evaluator has left open. */
export const NO_FIGURE_WORDS: Words = {
  zh: '由系统取数，暂无数据',
  en: 'Taken by the system, no figure yet',
};

/** Whether points without a score count against the coverage: what does not apply is no gap. */
export function leavesGap(state: MissingState): boolean {
  return state !== 'notApplicable';
}
