import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'computed-columns' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'computed-columns', handle, lazy: () => import('./computed-page') },
];
