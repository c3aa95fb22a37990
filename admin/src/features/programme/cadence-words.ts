import type { CadenceEvidence, CadenceRule, Period } from '@jiedui/shared/programme';
import type { Words } from '@jiedui/shared/text';

// How the parts of a cadence rule are called.

export const PERIOD_WORDS: Record<Period, Words> = {
  week: { zh: '每周', en: 'each week' },
  focusWeek: { zh: '每月集中活动周', en: 'each focus week' },
  month: { zh: '每月', en: 'each month' },
  twoMonths: { zh: '每两个月', en: 'each two months' },
  quarter: { zh: '每季度', en: 'each quarter' },
  once: { zh: '全程', en: 'once' },
};

export const PARTY_WORDS: Record<CadenceRule['who']['per'], Words> = {
  pairing: { zh: '每对结对', en: 'each pairing' },
  unit: { zh: '每个单位', en: 'each unit' },
  station: { zh: '每个阵地', en: 'each site' },
};

export const EVIDENCE_WORDS: Record<CadenceEvidence, Words> = {
  verified: { zh: '已核实的活动', en: 'Verified activities' },
  agreed: {
    zh: '阵地已确认的活动,或双方商定的每周内容',
    en: 'Activities the site agreed to, or the agreed content of a week',
  },
};
