import type { Machine } from '../machine';

export const story = {
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
