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

export const evaluationModel = {
  path: 'evaluations',
  route: '/evaluations',
  nameField: 'documentId',
  fields: {
    unit: { kind: 'relation', target: 'units' },
    round: { kind: 'relation', target: 'rounds' },
    state: { kind: 'enum', options: optionsOf('evaluation.state') },
  },
} satisfies Model;

export const assignmentModel = {
  path: 'assignments',
  route: null,
  nameField: 'documentId',
  fields: {
    unit: { kind: 'relation', target: 'units' },
    evaluator: { kind: 'relation', target: 'staff', nameField: 'displayName' },
    round: { kind: 'relation', target: 'rounds' },
    source: { kind: 'enum', options: optionsOf('assignment.source') },
  },
} satisfies Model;
