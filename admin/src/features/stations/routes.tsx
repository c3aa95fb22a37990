import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'stations' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'stations', handle, lazy: () => import('./station-home') },
  { path: 'stations/:id', handle, lazy: () => import('./station-page') },
];
