import type { Model } from './model';
import { optionsOf } from './registry';

const TITLE = { kind: 'text', required: true, max: 120 } as const;
const CATEGORY = { kind: 'relation', target: 'categories', order: 'order' } as const;

export const projectModel = {
  path: 'projects',
  route: '/projects',
  nameField: 'title',
  fields: {
    title: TITLE,
    team: { kind: 'relation', target: 'volunteer-teams' },
    unit: { kind: 'relation', target: 'units' },
    category: CATEGORY,
    summary: { kind: 'long', max: 4000 },
    state: { kind: 'enum', options: optionsOf('project.state') },
  },
} satisfies Model;

export const storyModel = {
  path: 'stories',
  route: '/stories',
  nameField: 'title',
  fields: {
    title: TITLE,
    activity: { kind: 'relation', target: 'activities', nameField: 'title' },
    unit: { kind: 'relation', target: 'units' },
    station: { kind: 'relation', target: 'stations' },
    category: CATEGORY,
    author: { kind: 'text', max: 60 },
    summary: { kind: 'long', max: 500 },
    body: { kind: 'long' },
    photos: { kind: 'files', several: true, accept: 'image/*' },
    releasedAt: { kind: 'instant' },
    state: { kind: 'enum', options: optionsOf('story.state') },
  },
} satisfies Model;
