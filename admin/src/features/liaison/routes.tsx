import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { duty: 'readLiaison' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'liaison-contents', handle, lazy: () => import('./liaison-page') },
  { path: 'liaison-contents/:id', handle, lazy: () => import('./content-page') },
];
