import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'site-offers' } satisfies Need };

export const routes: RouteObject[] = [{ path: 'site-offers', handle, lazy: () => import('./offers-page') }];
