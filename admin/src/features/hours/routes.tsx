import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { duty: 'readHours' } satisfies Need };

export const routes: RouteObject[] = [{ path: 'hours', handle, lazy: () => import('./hours-page') }];
