import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'activities' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'calendar', handle, lazy: () => import('./calendar-page') },
  { path: 'calendar/print', handle, lazy: () => import('./print-page') },
];
