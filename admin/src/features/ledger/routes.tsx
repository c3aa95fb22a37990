import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { duty: 'readLedger' } satisfies Need };

export const routes: RouteObject[] = [{ path: 'ledger', handle, lazy: () => import('./ledger-page') }];
