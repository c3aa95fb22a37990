import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'units' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'units', handle, lazy: () => import('./unit-list') },
  { path: 'units/:id', handle, lazy: () => import('./unit-page') },
];
