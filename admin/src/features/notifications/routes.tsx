import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [{ path: 'notifications', lazy: () => import('./notices-page') }];
