import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'api-consumers' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'api-consumers', handle, lazy: () => import('./consumer-list') },
  { path: 'api-consumers/:id', handle, lazy: () => import('./consumer-page') },
];
