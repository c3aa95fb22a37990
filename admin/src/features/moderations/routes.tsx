import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'moderations' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'moderations', handle, lazy: () => import('./moderation-list') },
  { path: 'moderations/:id', handle, lazy: () => import('./moderation-page') },
];
