import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'photo-flags' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'photo-flags', handle, lazy: () => import('./flag-list') },
  { path: 'photo-flags/:id', handle, lazy: () => import('./flag-page') },
];
