import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';
import { sheetOutbox } from './sheet-outbox';

const handle = { needs: { action: 'read', path: 'evaluations' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'evaluations', handle, lazy: () => import('./sheet-list') },
  { path: 'evaluations/:id', handle, lazy: () => import('./sheet-page') },
];

export const outbox = sheetOutbox;
