import type { RouteObject } from 'react-router';
import type { Need } from '../../providers/access';

const needs = (path: string) => ({ needs: { action: 'read', path } satisfies Need });

const reports = () => import('./report-pages');
const materials = () => import('./material-pages');
const requirements = () => import('./requirement-pages');

export const routes: RouteObject[] = [
  {
    path: 'reports',
    handle: needs('reports'),
    lazy: async () => ({ Component: (await reports()).ReportList }),
  },
  {
    path: 'reports/:id',
    handle: needs('reports'),
    lazy: async () => ({ Component: (await reports()).ReportPage }),
  },
  {
    path: 'reports/:id/receipt',
    handle: needs('reports'),
    lazy: async () => ({ Component: (await reports()).ReportReceipt }),
  },
  {
    path: 'material-submissions',
    handle: needs('material-submissions'),
    lazy: async () => ({ Component: (await materials()).MaterialList }),
  },
  {
    path: 'material-submissions/:id',
    handle: needs('material-submissions'),
    lazy: async () => ({ Component: (await materials()).MaterialPage }),
  },
  {
    path: 'material-submissions/:id/receipt',
    handle: needs('material-submissions'),
    lazy: async () => ({ Component: (await materials()).MaterialReceipt }),
  },
  {
    path: 'report-requirements',
    handle: needs('report-requirements'),
    lazy: async () => ({ Component: (await requirements()).ReportRequirements }),
  },
  {
    path: 'report-requirements/:id',
    handle: needs('report-requirements'),
    lazy: async () => ({ Component: (await requirements()).ReportRequirement }),
  },
  {
    path: 'filing-requirements',
    handle: needs('filing-requirements'),
    lazy: async () => ({ Component: (await requirements()).FilingRequirements }),
  },
  {
    path: 'filing-requirements/:id',
    handle: needs('filing-requirements'),
    lazy: async () => ({ Component: (await requirements()).FilingRequirement }),
  },
];
