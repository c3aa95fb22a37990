import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'action-plans' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'action-plans', handle, lazy: () => import('./action-plans') },
  { path: 'action-plans/:id', handle, lazy: () => import('./action-plan-page') },
];
