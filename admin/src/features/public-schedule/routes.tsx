import type { RouteObject } from 'react-router';

/** Stands outside the signed-in frame: anybody reads it. */
export const publicRoutes: RouteObject[] = [{ path: 's/:id', lazy: () => import('./schedule-page') }];
