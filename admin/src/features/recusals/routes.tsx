import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'recusals' } satisfies Need };

export const routes: RouteObject[] = [{ path: 'recusals', handle, lazy: () => import('./recusals-page') }];
