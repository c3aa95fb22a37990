import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { duty: 'readSummary' } satisfies Need };

export const routes: RouteObject[] = [{ path: 'summary', handle, lazy: () => import('./summary-page') }];
