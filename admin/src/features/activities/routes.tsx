import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'activities' } satisfies Need };

const reporting = { needs: { action: 'update', path: 'activities' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'activities', handle, lazy: () => import('./activity-list') },
  { path: 'activities/:id', handle, lazy: () => import('./activity-page') },
  { path: 'activities/:id/report', handle: reporting, lazy: () => import('./report-page') },
];
