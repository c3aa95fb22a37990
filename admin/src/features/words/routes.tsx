import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const handle = { needs: { duty: 'shapeModels' } satisfies Need };

export const routes: RouteObject[] = [{ path: 'words', handle, lazy: () => import('./words-page') }];
