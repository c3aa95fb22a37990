import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'media-placements' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'media-placements', handle, lazy: () => import('./placement-list') },
  { path: 'media-placements/:id', handle, lazy: () => import('./placement-page') },
];
