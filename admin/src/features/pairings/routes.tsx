import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'pairings' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'pairings', handle, lazy: () => import('./pairing-home') },
  { path: 'pairings/:id', handle, lazy: () => import('./pairing-page') },
];
