import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'programmes' } satisfies Need };

export const routes: RouteObject[] = [{ path: 'timeline', handle, lazy: () => import('./timeline-page') }];
