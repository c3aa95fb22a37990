import type { ActivityRule } from './activity-rule';

const DOCUMENT = '未成年人活动保护(系统约定,不属于附件1)';
const source = (item: string, text: string): ActivityRule['source'] => ({ document: DOCUMENT, item, text });

const NAMED: Pick<ActivityRule, 'words' | 'appliesWhen' | 'requires' | 'missing' | 'suppliers' | 'source'> = {
  words: {
    zh: '面向未成年人的活动确定安全保护责任人',
    en: 'An activity for minors names a safeguarding person',
  },
  appliesWhen: { kind: 'forMinors' },
  requires: { kind: 'field', field: 'safeguardingPerson' },
  missing: { zh: '请在“未成年人保护责任人”中填写姓名。', en: 'Name the safeguarding person.' },
  suppliers: ['unit', 'station'],
  source: source('1', '面向未成年人的活动须明确一名安全保护责任人'),
};

/**
 * What protects minors, ours: Annex 1 does not name them. The person is asked for again when the activity is held,
 * since an activity may become one for minors after it was announced.
 */
export const MINORS_RULES: readonly ActivityRule[] = [
  { ...NAMED, code: 'minors.1a', blocks: 'announce', leadDays: 1 },
  { ...NAMED, code: 'minors.1b', blocks: 'hold', leadDays: 0 },
  {
    code: 'minors.2',
    words: { zh: '留存监护人同意书', en: "Guardians' consents are kept" },
    appliesWhen: { kind: 'forMinors' },
    requires: { kind: 'guardianConsents' },
    blocks: 'report',
    missing: {
      zh: '请在“监护人同意书”中逐人登记并上传。',
      en: 'Register and upload a guardian’s consent for each minor.',
    },
    suppliers: ['unit', 'station'],
    leadDays: 0,
    source: source('2', '未成年人参加活动须经监护人同意,同意书由活动组织者留存'),
  },
];
