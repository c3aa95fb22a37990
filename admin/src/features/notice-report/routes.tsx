import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { duty: 'readNotices' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'notice-report', handle, lazy: () => import('./notice-report-page') },
];
