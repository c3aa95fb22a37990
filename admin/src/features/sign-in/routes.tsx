import type { RouteObject } from 'react-router';

/** Stands outside the signed-in frame. */
export const publicRoutes: RouteObject[] = [{ path: 'sign-in', lazy: () => import('./sign-in') }];
