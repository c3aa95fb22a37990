import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'volunteer-teams' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'teams', handle, lazy: () => import('./team-list') },
  { path: 'teams/:id', handle, lazy: () => import('./team-page') },
];
