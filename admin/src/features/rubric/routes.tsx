import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { action: 'read', path: 'rubrics' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'rubrics', handle, lazy: () => import('./rubric-list') },
  { path: 'rubrics/:id', handle, lazy: () => import('./rubric-page') },
];
