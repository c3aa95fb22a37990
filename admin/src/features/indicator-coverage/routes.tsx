import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { duty: 'readCoverage' } satisfies Need };

export const routes: RouteObject[] = [{ path: 'coverage', handle, lazy: () => import('./coverage-page') }];
