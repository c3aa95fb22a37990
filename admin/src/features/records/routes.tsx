import type { RouteObject } from 'react-router';

// Which role may read a type is known when its model is: the pages themselves ask.
export const routes: RouteObject[] = [
  { path: 'records/:path', lazy: () => import('./record-list') },
  { path: 'records/:path/:id', lazy: () => import('./record-detail') },
];
