import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { duty: 'readAudit' } satisfies Need };

export const routes: RouteObject[] = [{ path: 'audit', handle, lazy: () => import('./audit-log') }];
