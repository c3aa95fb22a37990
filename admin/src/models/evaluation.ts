import type { Model } from './model';
import { optionsOf } from './registry';

export const rubricModel = {
  path: 'rubrics',
  route: '/rubrics',
  nameField: 'name',
  fields: {
    name: { kind: 'text', required: true, max: 120 },
    version: { kind: 'number', min: 1 },
    reason: { kind: 'long' },
    contentHash: { kind: 'text' },
    state: { kind: 'enum', options: optionsOf('rubric.state') },
  },
} satisfies Model;

export const roundModel = {
  path: 'rounds',
  route: '/rounds',
  nameField: 'name',
  fields: {
    name: { kind: 'text', required: true, max: 120 },
    rubric: { kind: 'relation', target: 'rubrics' },
    programme: { kind: 'relation', target: 'programmes' },
    opensOn: { kind: 'day', required: true },
    closesOn: { kind: 'day', required: true },
    frozenHash: { kind: 'text' },
    state: { kind: 'enum', options: optionsOf('round.state') },
  },
} satisfies Model;
