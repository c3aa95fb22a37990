import { createRequire } from 'node:module';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

const cms = path.resolve(import.meta.dirname, '../../cms');

/** Loads the built CMS without listening: the same services, for a command. */
export async function loadStrapi(): Promise<Core.Strapi> {
  // Else Strapi tells people at the command line what concerns developers.
  process.env.NODE_ENV ??= 'production';
  const { createStrapi } = createRequire(path.join(cms, 'package.json'))('@strapi/strapi') as {
    createStrapi(options: { appDir: string; distDir: string }): Core.Strapi;
  };
  return createStrapi({ appDir: cms, distDir: path.join(cms, 'dist') }).load();
}
