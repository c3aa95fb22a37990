import type { Machine } from '../machine';

export const report = {
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

/** From the site to its institute or town, and on to the district: each level has the materials for a while. */
export const materialSubmission = {
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
