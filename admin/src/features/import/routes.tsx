import type { RouteObject } from 'react-router';

// Who may bring in nothing at all is told so by the page: it depends on the types there are.
export const routes: RouteObject[] = [{ path: 'import', lazy: () => import('./import-page') }];
