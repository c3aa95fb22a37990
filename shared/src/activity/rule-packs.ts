import type { Words } from '../text';
import type { ActivityRule } from './activity-rule';
import { ANNEX1_RULES } from './annex1-rules';
import { LEGAL_EXTRA_RULES } from './legal-extra-rules';
import { MINORS_RULES } from './minors-rules';

/** Rules that come and go together. A programme holds copies, whose words and days the office may change. */
export type RulePack = {
  code: 'annex1' | 'minors' | 'legal';
  words: Words;
  note: Words;
  rules: readonly ActivityRule[];
  /** Whether a new programme has them. */
  byDefault: boolean;
  /** Whether the office may take them out as a whole: the plan's own stay. */
  removable: boolean;
};

export const RULE_PACKS: readonly RulePack[] = [
  {
    code: 'annex1',
    words: { zh: '附件1 活动指引', en: 'Annex 1' },
    note: { zh: '工作方案规定。', en: 'By the plan.' },
    rules: ANNEX1_RULES,
    byDefault: true,
    removable: false,
  },
  {
    code: 'minors',
    words: { zh: '未成年人保护', en: 'Protection of minors' },
    note: {
      zh: '系统约定,不属于附件1。只约束标明面向未成年人的活动。',
      en: 'Ours, not of Annex 1. Binds activities that are marked as for minors.',
    },
    rules: MINORS_RULES,
    byDefault: true,
    removable: true,
  },
  {
    code: 'legal',
    words: { zh: '大型群众性活动安全许可', en: 'Licence of large gatherings' },
    note: {
      zh: '不属于工作方案。依据《大型群众性活动安全管理条例》(国务院令第505号),自 2007-10-01 起施行。',
      en: 'Not of the plan. Regulation on the safety of large gatherings, in force since 2007-10-01.',
    },
    rules: LEGAL_EXTRA_RULES,
    byDefault: false,
    removable: true,
  },
];

/** What a programme starts with, and what holds where there is none. */
export const DEFAULT_RULES: readonly ActivityRule[] = RULE_PACKS.filter(({ byDefault }) => byDefault).flatMap(
  ({ rules }) => rules,
);

const codesOf = (rules: readonly ActivityRule[]) => new Set(rules.map(({ code }) => code));

/** Whether a programme's rules hold the pack: whole, in part or not at all. */
export function packState(rules: readonly ActivityRule[], pack: RulePack): 'on' | 'partly' | 'off' {
  const held = codesOf(rules);
  const there = pack.rules.filter(({ code }) => held.has(code)).length;
  if (there === 0) return 'off';
  return there === pack.rules.length ? 'on' : 'partly';
}

/** The rules with what the pack has and they have not; what the office has changed stays as it is. */
export function withPack(rules: readonly ActivityRule[], pack: RulePack): ActivityRule[] {
  const held = codesOf(rules);
  return [...rules, ...pack.rules.filter(({ code }) => !held.has(code))];
}

/** The rules without those of the pack. */
export function withoutPack(rules: readonly ActivityRule[], pack: RulePack): ActivityRule[] {
  const gone = codesOf(pack.rules);
  return rules.filter(({ code }) => !gone.has(code));
}
