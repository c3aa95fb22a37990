import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'appeals' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'appeals', handle, lazy: () => import('./appeal-list') },
  { path: 'appeals/:id', handle, lazy: () => import('./appeal-page') },
];
