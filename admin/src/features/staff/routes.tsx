import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'staff' } satisfies Need };

export const routes: RouteObject[] = [{ path: 'staff', handle, lazy: () => import('./staff-list') }];
