import { createRequire } from 'node:module';
import path from 'node:path';

// Prints every route that the loaded server answers, as JSON: what is really open, not what we believe is.
const cms = path.resolve(import.meta.dirname, '../../../cms');
const { createStrapi } = createRequire(path.join(cms, 'package.json'))('@strapi/strapi');
const strapi = await createStrapi({ appDir: cms, distDir: path.join(cms, 'dist') }).load();
strapi.server.mount();
const routes = strapi.server.listRoutes().map(({ methods, path: address }) => ({ methods, path: address }));
process.stdout.write(`\nROUTES ${JSON.stringify(routes)}\n`, () => process.exit(0));
