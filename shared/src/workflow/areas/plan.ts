import type { Machine } from '../machine';

export const sitePlan = {
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

export const actionPlan = {
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
export const liaisonContent = {
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
