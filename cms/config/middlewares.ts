import path from 'node:path';
import { projectRoot, readEnvironment } from '../src/environment';

const FAVICON = path.join(projectRoot(__dirname), 'cms/favicon.png');

// The order of a request's way in. Request logging is left to the proxy in front: it costs a fifth of a list.
export default () => [
  'strapi::errors',
  'global::refusals',
  {
    name: 'strapi::security',
    config: {
      // A browser would ask every port of the host for https from then on, also that of the model's copy.
      hsts: readEnvironment().secureCookies && !readEnvironment().https ? undefined : false,
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          'connect-src': ["'self'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          upgradeInsecureRequests: null,
        },
      },
    },
  },
  { name: 'strapi::cors', config: { origin: [] } },
  'global::builder',
  'global::stories',
  'global::panel-views',
  'global::uploads',
  'global::console',
  { name: 'strapi::query', config: { arrayLimit: 200, depth: 8, parameterLimit: 400 } },
  'global::leftovers',
  {
    name: 'strapi::body',
    config: {
      // Some records are deleted with a reason.
      parsedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
      jsonLimit: '1mb',
      formLimit: '64kb',
      textLimit: '64kb',
      formidable: { maxFileSize: 20 * 1024 * 1024 },
    },
  },
  'global::texts',
  // Strapi insists on it, and looks for the file beside whatever application it runs.
  { name: 'strapi::favicon', config: { path: FAVICON } },
  'strapi::public',
];
