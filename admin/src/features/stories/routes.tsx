import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'stories' } satisfies Need };
const writing = { needs: { action: 'update', path: 'stories' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'stories', handle, lazy: () => import('./story-list') },
  { path: 'stories/:id', handle, lazy: () => import('./story-page') },
  { path: 'stories/:id/edit', handle: writing, lazy: () => import('./edit-page') },
];
