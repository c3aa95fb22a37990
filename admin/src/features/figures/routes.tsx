import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'metric-entries' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'metric-entries', handle, lazy: () => import('./figures-page') },
  { path: 'metric-entries/:id', handle, lazy: () => import('./figure-page') },
];
