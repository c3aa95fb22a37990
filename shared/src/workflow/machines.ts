import type { Machine } from './machine';

const activity = {
  states: ['planned', 'cleared', 'announced', 'held', 'reported', 'verified', 'returned', 'cancelled'],
  initial: 'planned',
  editable: ['planned', 'cleared', 'announced', 'held', 'returned'],
  entry: ['planned', 'held', 'reported', 'verified', 'cancelled'],
  transitions: {
    clear: {
      from: ['planned'],
      to: 'cleared',
      by: ['station', 'town', 'districtOffice'],
      label: { zh: '确认安排', en: 'Clear' },
      gate: 'clear',
    },
    announce: {
      from: ['cleared'],
      to: 'announced',
      by: ['station', 'town', 'districtOffice'],
      label: { zh: '公开发布', en: 'Announce' },
      gate: 'announce',
      stamps: 'announcedAt',
    },
    hold: {
      from: ['announced'],
      to: 'held',
      by: ['unit', 'station', 'town', 'districtOffice'],
      label: { zh: '已开展', en: 'Held' },
      gate: 'hold',
    },
    report: {
      from: ['held', 'returned'],
      to: 'reported',
      by: ['unit', 'station', 'town', 'districtOffice'],
      label: { zh: '报送', en: 'Report' },
      needs: ['actualPeople', 'summary'],
      gate: 'report',
      stamps: 'reportedAt',
    },
    verify: {
      from: ['reported'],
      to: 'verified',
      by: ['town', 'districtOffice', 'civilityOffice'],
      label: { zh: '核实', en: 'Verify' },
      stamps: 'verifiedAt',
    },
    return: {
      from: ['reported'],
      to: 'returned',
      by: ['town', 'districtOffice', 'civilityOffice'],
      label: { zh: '退回', en: 'Return' },
      reason: true,
      danger: true,
      returns: true,
    },
    cancel: {
      from: ['planned', 'cleared', 'announced'],
      to: 'cancelled',
      by: ['unit', 'station', 'town', 'districtOffice'],
      label: { zh: '取消', en: 'Cancel' },
      reason: true,
      danger: true,
    },
  },
} as const satisfies Machine;

/** A backdrop, banner or board, reviewed by somebody else than who made it; what was reviewed is not changed unseen. */
const activityMaterial = {
  states: ['draft', 'submitted', 'approved', 'returned'],
  initial: 'draft',
  editable: ['draft', 'returned'],
  entry: ['draft'],
  transitions: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      by: ['unit', 'station', 'town', 'districtOffice'],
      label: { zh: '送审', en: 'Send in' },
      gate: 'material',
    },
    approve: {
      from: ['submitted'],
      to: 'approved',
      by: ['town', 'civilityOffice', 'districtOffice'],
      label: { zh: '审核通过', en: 'Approve' },
      stamps: 'reviewedAt',
    },
    return: {
      from: ['submitted', 'approved'],
      to: 'returned',
      by: ['town', 'civilityOffice', 'districtOffice'],
      label: { zh: '退回', en: 'Return' },
      reason: true,
      danger: true,
      returns: true,
    },
    revise: {
      from: ['submitted', 'approved'],
      to: 'draft',
      by: ['unit', 'station'],
      label: { zh: '撤回修改', en: 'Take back to change' },
      warning: {
        zh: '撤回后须重新送审,审核通过前活动不能发布。',
        en: 'It has to be reviewed again before the activity can be announced.',
      },
    },
  },
} as const satisfies Machine;

const project = {
  states: ['proposed', 'reviewed', 'listed', 'retired'],
  initial: 'proposed',
  editable: ['proposed', 'reviewed', 'listed'],
  entry: ['proposed', 'listed'],
  transitions: {
    review: {
      from: ['proposed'],
      to: 'reviewed',
      by: ['leadDepartment', 'districtOffice'],
      label: { zh: '审核通过', en: 'Review' },
      needs: ['summary', 'category'],
    },
    list: {
      from: ['reviewed'],
      to: 'listed',
      by: ['leadDepartment', 'districtOffice'],
      label: { zh: '入库', en: 'List' },
    },
    return: {
      from: ['reviewed'],
      to: 'proposed',
      by: ['leadDepartment', 'districtOffice'],
      label: { zh: '退回修改', en: 'Return' },
      reason: true,
      danger: true,
      returns: true,
    },
    retire: {
      from: ['listed'],
      to: 'retired',
      by: ['leadDepartment', 'districtOffice'],
      label: { zh: '退出项目库', en: 'Retire' },
      reason: true,
      danger: true,
    },
  },
} as const satisfies Machine;

const rubric = {
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

const round = {
  states: ['draft', 'open', 'closed'],
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
        zh: '截止后不能再提交评分表,未提交的不计入结果。',
        en: 'No sheet can be submitted after that; those not submitted do not count.',
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
  },
} as const satisfies Machine;

const evaluation = {
  states: ['draft', 'submitted', 'returned'],
  initial: 'draft',
  editable: ['draft', 'returned'],
  entry: ['draft'],
  transitions: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      by: ['evaluator'],
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
  },
} as const satisfies Machine;

const story = {
  states: ['draft', 'submitted', 'approved', 'published', 'withdrawn'],
  initial: 'draft',
  editable: ['draft', 'submitted', 'approved'],
  entry: ['draft'],
  transitions: {
    submit: {
      from: ['draft'],
      to: 'submitted',
      by: ['unit', 'station', 'town', 'publicity', 'districtOffice'],
      label: { zh: '投稿', en: 'Submit' },
      needs: ['body'],
    },
    approve: {
      from: ['submitted'],
      to: 'approved',
      by: ['publicity', 'districtOffice'],
      label: { zh: '审定', en: 'Approve' },
    },
    return: {
      from: ['submitted', 'approved'],
      to: 'draft',
      by: ['publicity', 'districtOffice'],
      label: { zh: '退回', en: 'Return' },
      reason: true,
      danger: true,
      returns: true,
    },
    publish: {
      from: ['approved'],
      to: 'published',
      by: ['publicity', 'districtOffice'],
      label: { zh: '刊发', en: 'Publish' },
      stamps: 'releasedAt',
    },
    withdraw: {
      from: ['published'],
      to: 'withdrawn',
      by: ['publicity', 'districtOffice'],
      label: { zh: '撤下', en: 'Withdraw' },
      reason: true,
      danger: true,
    },
  },
} as const satisfies Machine;

const report = {
  states: ['draft', 'submitted', 'accepted', 'returned'],
  initial: 'draft',
  editable: ['draft', 'returned'],
  entry: ['draft'],
  transitions: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      by: ['unit', 'station', 'town', 'leadDepartment', 'districtOffice'],
      label: { zh: '报送', en: 'Submit' },
      gate: 'filing',
    },
    accept: {
      from: ['submitted'],
      to: 'accepted',
      by: ['districtOffice'],
      label: { zh: '接收', en: 'Accept' },
      stamps: 'acceptedAt',
    },
    return: {
      from: ['submitted'],
      to: 'returned',
      by: ['districtOffice'],
      label: { zh: '退回', en: 'Return' },
      reason: true,
      danger: true,
      returns: true,
    },
  },
} as const satisfies Machine;

/** A photo that looks like an earlier one: what it means is a person's to say, with the reason. */
const photoFlag = {
  states: ['open', 'sameEvent', 'reuse', 'dismissed'],
  initial: 'open',
  editable: [],
  entry: ['open'],
  transitions: {
    sameEvent: {
      from: ['open'],
      to: 'sameEvent',
      by: ['town', 'districtOffice'],
      label: { zh: '属同一活动', en: 'Same event' },
      reason: true,
      stamps: 'decidedAt',
    },
    dismiss: {
      from: ['open'],
      to: 'dismissed',
      by: ['town', 'districtOffice'],
      label: { zh: '不是同一张', en: 'Not the same' },
      reason: true,
      stamps: 'decidedAt',
    },
    confirm: {
      from: ['open'],
      to: 'reuse',
      by: ['town', 'districtOffice'],
      label: { zh: '认定重复使用', en: 'Used again' },
      reason: true,
      danger: true,
      stamps: 'decidedAt',
    },
    reopen: {
      from: ['sameEvent', 'reuse', 'dismissed'],
      to: 'open',
      by: ['districtOffice'],
      label: { zh: '重新核查', en: 'Look again' },
      reason: true,
      danger: true,
    },
  },
} as const satisfies Machine;

/** From the site to its institute or town, and on to the district: each level has the materials for a while. */
const materialSubmission = {
  states: ['draft', 'submitted', 'forwarded', 'accepted', 'returned'],
  initial: 'draft',
  editable: ['draft', 'returned'],
  entry: ['draft'],
  transitions: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      by: ['station', 'town', 'districtOffice'],
      label: { zh: '报送', en: 'Submit' },
      gate: 'filing',
    },
    forward: {
      from: ['submitted'],
      to: 'forwarded',
      by: ['station', 'town', 'districtOffice'],
      label: { zh: '转报区', en: 'Forward' },
      gate: 'receiving',
      stamps: 'forwardedAt',
    },
    accept: {
      from: ['forwarded'],
      to: 'accepted',
      by: ['districtOffice'],
      label: { zh: '接收', en: 'Accept' },
      stamps: 'acceptedAt',
    },
    return: {
      from: ['submitted'],
      to: 'returned',
      by: ['station', 'town', 'districtOffice'],
      label: { zh: '退回', en: 'Return' },
      gate: 'receiving',
      reason: true,
      danger: true,
      returns: ['station'],
    },
    sendBack: {
      from: ['forwarded'],
      to: 'returned',
      by: ['districtOffice'],
      label: { zh: '退回本站', en: 'Send back' },
      reason: true,
      danger: true,
      returns: true,
    },
  },
} as const satisfies Machine;

/** A doubt about hours that somebody looks at; `gone`: what gave rise to it is not there any more. */
const hourReview = {
  states: ['open', 'accepted', 'corrected', 'noted', 'gone'],
  initial: 'open',
  editable: [],
  entry: [],
  transitions: {
    accept: {
      from: ['open'],
      to: 'accepted',
      by: ['districtOffice'],
      label: { zh: '情况属实', en: 'Accept' },
      reason: true,
    },
    correct: {
      from: ['open'],
      to: 'corrected',
      by: ['districtOffice'],
      label: { zh: '已更正', en: 'Corrected' },
      reason: true,
    },
    note: {
      from: ['open'],
      to: 'noted',
      by: ['districtOffice'],
      label: { zh: '记录在案', en: 'Note' },
      reason: true,
    },
    reopen: {
      from: ['accepted', 'corrected', 'noted'],
      to: 'open',
      by: ['districtOffice'],
      label: { zh: '重新复核', en: 'Open again' },
      reason: true,
    },
  },
} as const satisfies Machine;

const sitePlan = {
  states: ['draft', 'submitted', 'approved', 'returned'],
  initial: 'draft',
  editable: ['draft', 'returned'],
  entry: ['draft'],
  transitions: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      by: ['station', 'town', 'districtOffice'],
      label: { zh: '提交审定', en: 'Submit' },
      needs: ['leader', 'goals'],
      gate: 'sitePlan',
      stamps: 'submittedAt',
    },
    approve: {
      from: ['submitted'],
      to: 'approved',
      by: ['town', 'districtOffice'],
      label: { zh: '审定', en: 'Approve' },
      stamps: 'approvedAt',
    },
    return: {
      from: ['submitted'],
      to: 'returned',
      by: ['town', 'districtOffice'],
      label: { zh: '退回', en: 'Return' },
      reason: true,
      danger: true,
      returns: true,
    },
    revise: {
      from: ['approved'],
      to: 'returned',
      by: ['town', 'districtOffice'],
      label: { zh: '退回调整', en: 'Open for changes' },
      reason: true,
      danger: true,
      returns: true,
    },
  },
} as const satisfies Machine;

const actionPlan = {
  states: ['draft', 'submitted', 'accepted', 'returned'],
  initial: 'draft',
  editable: ['draft', 'returned'],
  entry: ['draft'],
  transitions: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      by: ['unit', 'station', 'town', 'leadDepartment', 'districtOffice'],
      label: { zh: '报送', en: 'Submit' },
      needs: ['leader'],
      gate: 'actionPlan',
      stamps: 'submittedAt',
    },
    accept: {
      from: ['submitted'],
      to: 'accepted',
      by: ['districtOffice'],
      label: { zh: '接收', en: 'Accept' },
      stamps: 'acceptedAt',
    },
    return: {
      from: ['submitted', 'accepted'],
      to: 'returned',
      by: ['districtOffice'],
      label: { zh: '退回', en: 'Return' },
      reason: true,
      danger: true,
      returns: true,
    },
  },
} as const satisfies Machine;

/** Either side proposes and the other one agrees: each step belongs to a side, and nobody agrees with themselves. */
const liaisonContent = {
  states: ['draft', 'unitProposed', 'siteProposed', 'agreed', 'returned'],
  initial: 'draft',
  editable: ['draft', 'returned'],
  entry: ['draft'],
  transitions: {
    proposeForUnit: {
      from: ['draft', 'returned'],
      to: 'unitProposed',
      by: ['unit'],
      label: { zh: '提请阵地确认', en: 'Propose to the site' },
      needs: ['content'],
    },
    proposeForSite: {
      from: ['draft', 'returned'],
      to: 'siteProposed',
      by: ['station', 'town'],
      label: { zh: '提请单位确认', en: 'Propose to the unit' },
      needs: ['content'],
    },
    agreeForSite: {
      from: ['unitProposed'],
      to: 'agreed',
      by: ['station', 'town'],
      label: { zh: '同意', en: 'Agree' },
      stamps: 'agreedAt',
    },
    agreeForUnit: {
      from: ['siteProposed'],
      to: 'agreed',
      by: ['unit'],
      label: { zh: '同意', en: 'Agree' },
      stamps: 'agreedAt',
    },
    returnToUnit: {
      from: ['unitProposed'],
      to: 'returned',
      by: ['station', 'town'],
      label: { zh: '退回', en: 'Return' },
      reason: true,
      danger: true,
      returns: ['unit'],
    },
    returnToSite: {
      from: ['siteProposed'],
      to: 'returned',
      by: ['unit'],
      label: { zh: '退回', en: 'Return' },
      reason: true,
      danger: true,
      returns: ['station', 'town'],
    },
    reopen: {
      from: ['agreed'],
      to: 'returned',
      by: ['unit', 'station', 'town'],
      label: { zh: '重新商定', en: 'Agree anew' },
      reason: true,
      danger: true,
      returns: ['unit', 'station', 'town'],
    },
  },
} as const satisfies Machine;

/** Every state machine of the product, by record type. A type that is not here has no states. */
export const MACHINES = {
  activity,
  'activity-material': activityMaterial,
  project,
  rubric,
  round,
  evaluation,
  story,
  report,
  'material-submission': materialSubmission,
  'hour-review': hourReview,
  'site-plan': sitePlan,
  'action-plan': actionPlan,
  'liaison-content': liaisonContent,
  'photo-flag': photoFlag,
} as const;

/** The machine of a record type, or undefined for a type without states. */
export function machineOf(resource: string): Machine | undefined {
  return Object.hasOwn(MACHINES, resource) ? MACHINES[resource as keyof typeof MACHINES] : undefined;
}
