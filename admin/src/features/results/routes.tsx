import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'unit-results' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'unit-results', handle, lazy: () => import('./result-list') },
  { path: 'unit-results/:id', handle, lazy: () => import('./result-page') },
];
