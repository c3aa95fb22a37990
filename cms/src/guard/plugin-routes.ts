import type { Core } from '@strapi/strapi';

type Router = { type?: string; routes: unknown[] };
type RouterInput = Router | unknown[] | ((context: { strapi: Core.Strapi }) => Router);

/**
 * Takes away what plugins answer below /api: uploads, accounts, registration and the like. They pass by our guard, and
 * a token that the panel hands out would open them. The console uses none of them; their pages in the panel stay.
 */
export function closePluginRoutes(strapi: Core.Strapi): void {
  for (const { routes } of Object.values(strapi.plugins) as { routes?: Record<string, RouterInput> }[]) {
    if (!routes || Array.isArray(routes)) continue;
    for (const [name, input] of Object.entries(routes)) {
      if (typeof input === 'function') routes[name] = (context) => closed(name, input(context));
      else if (!Array.isArray(input)) routes[name] = closed(name, input);
    }
  }
}

/** Routers without a type are the panel's. */
const closed = (name: string, router: Router): Router =>
  name === 'content-api' || router.type === 'content-api' ? { ...router, routes: [] } : router;
