import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'rounds' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'rounds', handle, lazy: () => import('./round-list') },
  { path: 'rounds/:id', handle, lazy: () => import('./round-page') },
];
