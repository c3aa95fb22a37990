import type { Core } from '@strapi/strapi';
import { type RecordHandlers, recordHandlers } from './handlers';
import { type RouteAuth, sessionStrategy } from './session';

type Route = {
  method: string;
  path: string;
  handler: string;
  config?: {
    auth?: unknown;
    duty?: RouteAuth['duty'];
    access?: 'public' | 'signedIn';
    [key: string]: unknown;
  };
};
type Api = { contentTypes: Record<string, unknown>; routes: Record<string, unknown> };
type Router = { type: 'content-api'; routes: Route[] };

const ID = ':id([a-z0-9]{10,40})';

/** What every record type answers to. The address of a record never matches a word such as `export`. */
const RECORD_ROUTES: [method: string, path: string, action: keyof RecordHandlers][] = [
  ['GET', '/export', 'export'],
  ['GET', '', 'find'],
  ['GET', `/${ID}`, 'findOne'],
  ['POST', '', 'create'],
  ['PUT', `/${ID}`, 'update'],
  ['DELETE', `/${ID}`, 'delete'],
  ['POST', `/${ID}/transitions/:name`, 'transition'],
  ['GET', `/${ID}/history`, 'history'],
  ['POST', `/${ID}/files/:field`, 'addFiles'],
  ['DELETE', `/${ID}/files/:field/:fileId`, 'removeFile'],
];

/**
 * Puts the guard around the whole content API before Strapi builds its routes: the controller of every
 * content type is replaced by the guarded one, with its routes, and every other route of ours must say who
 * may call it. A type made in the builder is guarded from its first second.
 */
export function installGuard(strapi: Core.Strapi): void {
  const strategy = sessionStrategy(strapi);
  for (const [name, api] of Object.entries(strapi.apis as unknown as Record<string, Api>)) {
    for (const type of Object.keys(api.contentTypes)) {
      const uid = `api::${name}.${type}`;
      wrapController(strapi, uid);
      api.routes[type] = recordRouter(strapi, uid, `${type}`);
    }
    for (const [key, router] of Object.entries(api.routes)) {
      for (const route of routesOf(router, key)) protect(route, strategy);
    }
  }
}

function wrapController(strapi: Core.Strapi, uid: string): void {
  const controllers = strapi.get('controllers') as {
    extend(uid: string, wrap: (controller: object) => object): void;
  };
  controllers.extend(uid, (controller) => Object.assign(controller, recordHandlers(strapi, uid)));
}

function recordRouter(strapi: Core.Strapi, uid: string, type: string): Router {
  const { pluralName } = (strapi.contentTypes[uid as never] as { info: { pluralName: string } }).info;
  return {
    type: 'content-api',
    routes: RECORD_ROUTES.map(([method, path, action]) => ({
      method,
      path: `/${pluralName}${path}`,
      handler: `${type}.${action}`,
      config: { access: 'signedIn' },
    })),
  };
}

function routesOf(router: unknown, key: string): Route[] {
  const routes = Array.isArray(router) ? router : (router as Partial<Router>)?.routes;
  if (!Array.isArray(routes)) throw new Error(`The routes of ${key} are not a list`);
  return routes as Route[];
}

/** Denied unless a route says otherwise: forgetting to say it stops the start, not the guard. */
function protect(route: Route, strategy: ReturnType<typeof sessionStrategy>): void {
  const { duty, access, ...config } = route.config ?? {};
  if (access === 'public') {
    route.config = { ...config, auth: false };
    return;
  }
  if (!duty && access !== 'signedIn')
    throw new Error(`${route.method} ${route.path} does not say who may call it`);
  route.config = {
    ...config,
    auth: { scope: [`jiedui.${duty ?? 'signedIn'}`], strategies: [strategy], duty },
  };
}
