import { createRequire } from 'node:module';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { layOutStockApp } from './stock-app';

// Starts stock Strapi on the database named by the environment (a copy: it would shape it to its own liking).
const { STOCK_DIR: folder = '', DATABASE_URL: url, DATABASE_FILE: file = '' } = process.env;
process.env.NODE_ENV = 'production';
layOutStockApp(folder, url ? { url } : { file });
const { createStrapi } = createRequire(path.join(folder, 'package.json'))('@strapi/strapi') as {
  createStrapi(options: { appDir: string; distDir: string; serveAdminPanel: boolean }): Core.Strapi;
};
const strapi = createStrapi({ appDir: folder, distDir: folder, serveAdminPanel: false });
await strapi.load();
// Our server takes from the public what stock Strapi gives it: the way to sign in.
const open = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
await strapi.db
  .query('plugin::users-permissions.permission')
  .create({ data: { action: 'plugin::users-permissions.auth.callback', role: open.id } });
// Whoever may read a story's pictures there sees their files too.
const office = await strapi.db
  .query('plugin::users-permissions.role')
  .findOne({ where: { type: 'districtOffice' } });
await strapi.db
  .query('plugin::users-permissions.permission')
  .create({ data: { action: 'plugin::upload.content-api.find', role: office.id } });
await strapi.start();
console.log('ready');
