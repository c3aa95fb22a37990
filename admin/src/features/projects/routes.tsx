import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'projects' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'projects', handle, lazy: () => import('./project-list') },
  { path: 'projects/:id', handle, lazy: () => import('./project-page') },
];
