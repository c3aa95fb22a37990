import type { Machine } from '../machine';

/** A doubt about hours that somebody looks at; `gone`: what gave rise to it is not there any more. */
export const hourReview = {
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
