import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'webhooks' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'webhooks', handle, lazy: () => import('./webhook-list') },
  { path: 'webhooks/:id', handle, lazy: () => import('./webhook-page') },
];
