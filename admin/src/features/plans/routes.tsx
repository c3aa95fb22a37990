import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'site-plans' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'site-plans', handle, lazy: () => import('./plan-list') },
  { path: 'site-plans/:id', handle, lazy: () => import('./plan-page') },
  { path: 'schedule', handle, lazy: () => import('./schedule-page') },
];
