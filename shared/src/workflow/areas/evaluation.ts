import { REVIEWER_ROLES } from '../../round/appeal';
import type { Machine } from '../machine';

export const rubric = {
  states: ['draft', 'adopted', 'retired'],
  initial: 'draft',
  editable: ['draft'],
  entry: ['draft'],
  transitions: {
    adopt: {
      from: ['draft'],
      to: 'adopted',
      by: ['districtOffice'],
      label: { zh: '启用', en: 'Adopt' },
      gate: 'rubric',
      warning: {
        zh: '启用后不能再改,要改只能另立新版本。',
        en: 'It cannot be changed any more; a change is a new version.',
      },
    },
    retire: {
      from: ['adopted'],
      to: 'retired',
      by: ['districtOffice'],
      label: { zh: '停用', en: 'Retire' },
      reason: true,
      danger: true,
    },
  },
} as const satisfies Machine;

export const round = {
  states: ['draft', 'open', 'closed', 'published'],
  initial: 'draft',
  editable: ['draft'],
  entry: ['draft'],
  transitions: {
    open: {
      from: ['draft'],
      to: 'open',
      by: ['districtOffice'],
      label: { zh: '开始评分', en: 'Open' },
      gate: 'round',
      warning: {
        zh: '开始后,测评体系、权重、等次和单位名单随即冻结,不能再改。',
        en: 'Rubric, weights, bands and units are frozen from then on.',
      },
    },
    close: {
      from: ['open'],
      to: 'closed',
      by: ['districtOffice'],
      label: { zh: '截止评分', en: 'Close' },
      warning: {
        zh: '截止后不能再提交评分表,未提交的不计入结果;未办结的会商不能再改评。',
        en: 'No sheet can be submitted after that; those not submitted do not count, and open talks change nothing more.',
      },
    },
    reopen: {
      from: ['closed'],
      to: 'open',
      by: ['districtOffice'],
      label: { zh: '重新开放', en: 'Reopen' },
      reason: true,
      danger: true,
    },
    publish: {
      from: ['closed'],
      to: 'published',
      by: ['districtOffice'],
      label: { zh: '签发公布', en: 'Sign off' },
      gate: 'result',
      warning: {
        zh: '公布后各单位可见本单位结果,结果不能撤回;更正只能通过申诉复核,原结果保留。',
        en: 'Every unit sees its result. It cannot be taken back; corrections come by appeal and the old one stays.',
      },
    },
  },
} as const satisfies Machine;

export const evaluation = {
  states: ['draft', 'submitted', 'returned', 'recused', 'withdrawn'],
  initial: 'draft',
  editable: ['draft', 'returned'],
  entry: ['draft'],
  transitions: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      by: ['evaluator', 'unit', 'town'],
      label: { zh: '提交', en: 'Submit' },
      gate: 'sheet',
      stamps: 'submittedAt',
    },
    return: {
      from: ['submitted'],
      to: 'returned',
      by: ['districtOffice'],
      label: { zh: '退回重评', en: 'Return' },
      reason: true,
      danger: true,
      returns: true,
    },
    recuse: {
      from: ['draft', 'returned'],
      to: 'recused',
      by: ['evaluator', 'districtOffice'],
      label: { zh: '需要回避', en: 'Recuse' },
      done: { zh: '已回避', en: 'Recused' },
      reason: true,
      danger: true,
      warning: {
        zh: '回避后不再评价该单位,已填内容只作存档,由区办公室另行安排。',
        en: 'The unit is no longer scored by this person; what was filled in is only kept on file.',
      },
    },
    withdraw: {
      from: ['draft', 'returned'],
      to: 'withdrawn',
      by: ['districtOffice'],
      label: { zh: '撤回分工', en: 'Withdraw' },
      reason: true,
      danger: true,
    },
    reinstate: {
      from: ['recused', 'withdrawn'],
      to: 'draft',
      by: ['districtOffice'],
      label: { zh: '恢复评分', en: 'Reinstate' },
      gate: 'recusal',
      reason: true,
    },
  },
} as const satisfies Machine;

export const appeal = {
  states: ['draft', 'filed', 'reviewing', 'upheld', 'amended', 'refused', 'withdrawn'],
  initial: 'draft',
  editable: ['draft', 'filed', 'reviewing'],
  entry: ['draft'],
  transitions: {
    file: {
      from: ['draft'],
      to: 'filed',
      by: ['unit'],
      label: { zh: '提交申诉', en: 'File' },
      done: { zh: '申诉已提交', en: 'Filed' },
      needs: ['ground'],
      gate: 'appeal',
      stamps: 'filedAt',
      warning: {
        zh: '提交后不能再改申诉理由和佐证材料;如有变化可先撤回,在申诉期内重新提出。',
        en: 'Ground and evidence cannot be changed afterwards.',
      },
    },
    accept: {
      from: ['filed'],
      to: 'reviewing',
      by: ['districtOffice'],
      label: { zh: '受理并交复核', en: 'Accept' },
      done: { zh: '已受理', en: 'Accepted' },
      needs: ['reviewer'],
      gate: 'reviewer',
    },
    refuse: {
      from: ['filed'],
      to: 'refused',
      by: ['districtOffice'],
      label: { zh: '不予受理', en: 'Refuse' },
      reason: true,
      danger: true,
    },
    uphold: {
      from: ['reviewing'],
      to: 'upheld',
      by: REVIEWER_ROLES,
      label: { zh: '维持原结果', en: 'Uphold' },
      done: { zh: '已维持原结果', en: 'Upheld' },
      needs: ['decision'],
      gate: 'reviewer',
      stamps: 'decidedAt',
      warning: { zh: '复核决定作出后不能更改。', en: 'The decision is final.' },
    },
    amend: {
      from: ['reviewing'],
      to: 'amended',
      by: REVIEWER_ROLES,
      label: { zh: '更正结果', en: 'Amend' },
      done: { zh: '已更正并公布新结果', en: 'Amended' },
      needs: ['decision'],
      gate: 'correction',
      stamps: 'decidedAt',
      warning: {
        zh: '将按更正后的评分重算全部名次并公布新结果,原结果保留;复核决定作出后不能更改。',
        en: 'All ranks are computed again and a new result is published; the old one stays. The decision is final.',
      },
    },
    reassign: {
      from: ['reviewing'],
      to: 'filed',
      by: ['districtOffice', ...REVIEWER_ROLES],
      label: { zh: '改派复核人', en: 'Reassign' },
      done: { zh: '已退回,待另派复核人', en: 'Given back' },
      reason: true,
      danger: true,
    },
    withdraw: {
      from: ['filed', 'reviewing'],
      to: 'withdrawn',
      by: ['unit'],
      label: { zh: '撤回申诉', en: 'Withdraw' },
      done: { zh: '申诉已撤回', en: 'Withdrawn' },
      reason: true,
      danger: true,
    },
  },
} as const satisfies Machine;
