import type { Machine } from '../machine';

export const activity = {
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
export const activityMaterial = {
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

/** A photo that looks like an earlier one: what it means is a person's to say, with the reason. */
export const photoFlag = {
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
