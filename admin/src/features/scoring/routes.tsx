import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';
import { sheetOutbox } from './sheet-outbox';

const answers = { needs: { action: 'read', path: 'moderation-replies' } satisfies Need };
const handle = { needs: { action: 'read', path: 'evaluations' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'evaluations', handle, lazy: () => import('./sheet-list') },
  { path: 'evaluations/:id', handle, lazy: () => import('./sheet-page') },
  { path: 'moderation-replies', handle: answers, lazy: () => import('./answer-list') },
  { path: 'moderation-replies/:id', handle: answers, lazy: () => import('./answer-page') },
];

export const outbox = sheetOutbox;
