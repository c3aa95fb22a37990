import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { duty: 'readStories' } satisfies Need };

export const routes: RouteObject[] = [
  { path: 'story-statistics', handle, lazy: () => import('./statistics-page') },
];
