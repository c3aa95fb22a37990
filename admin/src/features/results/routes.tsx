import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'unit-results' } satisfies Need };

const wholeHandle = { needs: { action: 'read', path: 'results' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'unit-results', handle, lazy: () => import('./result-list') },
  { path: 'unit-results/:id', handle, lazy: () => import('./result-page') },
  { path: 'unit-results/:id/print', handle, lazy: () => import('./unit-print-page') },
  { path: 'results/:id', handle: wholeHandle, lazy: () => import('./bulletin-page') },
  { path: 'results/:id/print', handle: wholeHandle, lazy: () => import('./round-print-page') },
];
