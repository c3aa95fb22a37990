import type { Words } from '../text';

/** How far a photo has come that was used before, from the harmless to what has to be looked at. */
export const REUSE_KINDS = ['sameActivity', 'sameUnit', 'otherUnit'] as const;
export type ReuseKind = (typeof REUSE_KINDS)[number];

/** An activity as far as the use of a photo concerns it; ids of any kind. */
export type PhotoUse = { activity: number; unit: number | null };

export function reuseKind(now: PhotoUse, earlier: PhotoUse): ReuseKind {
  if (now.activity === earlier.activity) return 'sameActivity';
  return now.unit !== null && now.unit === earlier.unit ? 'sameUnit' : 'otherUnit';
}

export const REUSE_WORDS: Record<ReuseKind, Words> = {
  sameActivity: { zh: '同一活动中重复', en: 'Twice in one activity' },
  sameUnit: { zh: '本单位其他活动用过', en: 'Used in another activity of the unit' },
  otherUnit: { zh: '其他单位的活动用过', en: "Used in another unit's activity" },
};
