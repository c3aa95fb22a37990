import type { ActivityRule } from './activity-rule';

const DOCUMENT = '《大型群众性活动安全管理条例》(不属于工作方案)';
const source = (text: string): ActivityRule['source'] => ({
  document: DOCUMENT,
  item: '第十二条、第十三条',
  text,
});

// 国务院令第505号, 2007年9月14日公布,自2007年10月1日起施行.
const IN_FORCE_FROM = '2007-10-01';
// 应当在活动举办日的20日前提出申请.
const APPLY_DAYS = 20;

/**
 * Rules of national law about large gatherings, not of the plan. A separate pack: a programme is without it
 * until the office adds it beside Annex 1. Its days are the last ones for the application, not for the
 * approval.
 */
export const LEGAL_EXTRA_RULES: readonly ActivityRule[] = [
  {
    code: 'legal.county',
    words: {
      zh: '1000人以上、5000人以下:县级公安机关安全许可',
      en: '1,000 to under 5,000 people: licence of the county public-security organ',
    },
    appliesWhen: { kind: 'expectedPeople', atLeast: 1000, below: 5000 },
    requires: { kind: 'publicSecurityApproval', level: 'county' },
    blocks: 'announce',
    missing: {
      zh: '请在活动举办日20日前向县级公安机关申请安全许可,并上传批件。',
      en: 'Apply to the county public-security organ 20 days ahead and upload the licence.',
    },
    suppliers: ['unit', 'station'],
    leadDays: APPLY_DAYS,
    inForceFrom: IN_FORCE_FROM,
    source: source('预计参加人数在1000人以上5000人以下的,由县级公安机关实施安全许可'),
  },
  {
    code: 'legal.city',
    words: {
      zh: '5000人以上:市级公安机关安全许可',
      en: '5,000 people or more: licence of the city public-security organ',
    },
    appliesWhen: { kind: 'expectedPeople', atLeast: 5000 },
    requires: { kind: 'publicSecurityApproval', level: 'city' },
    blocks: 'announce',
    missing: {
      zh: '请在活动举办日20日前向市级公安机关申请安全许可,并上传批件、注明审批级别为市级。',
      en: 'Apply to the city public-security organ 20 days ahead, upload the licence and state its level.',
    },
    suppliers: ['unit', 'station'],
    leadDays: APPLY_DAYS,
    inForceFrom: IN_FORCE_FROM,
    source: source('预计参加人数在5000人以上的,由市级公安机关实施安全许可'),
  },
];
