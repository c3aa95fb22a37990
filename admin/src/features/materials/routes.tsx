import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'activity-materials' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'activity-materials', handle, lazy: () => import('./material-list') },
  { path: 'activity-materials/:id', handle, lazy: () => import('./material-page') },
];
