import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { duty: 'importWorkbook' } satisfies Need };

export const routes: RouteObject[] = [{ path: 'import', handle, lazy: () => import('./import-page') }];
