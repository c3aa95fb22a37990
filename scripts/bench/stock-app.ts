import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../lib/root.mjs';

type Schema = { info: { singularName: string }; attributes: Record<string, object> };

/**
 * Lays out a second Strapi with the same content types and its stock controllers, as `strapi generate` makes
 * them: what a project without our guard and read models would run.
 */
export function layOutStockApp(folder: string, database: { file: string } | { url: string }): void {
  mkdirSync(path.join(folder, 'src'), { recursive: true });
  mkdirSync(path.join(folder, 'config'), { recursive: true });
  mkdirSync(path.join(folder, 'public/uploads'), { recursive: true });
  symlinkSync(inRoot('node_modules'), path.join(folder, 'node_modules'));
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  write('package.json', JSON.stringify(PACKAGE, null, 2));
  write('src/index.js', 'module.exports = { register() {}, bootstrap() {} };\n');
  for (const [name, value] of Object.entries(configuration(database))) {
    write(`config/${name}.js`, `module.exports = ${JSON.stringify(value, null, 2)};\n`);
  }
  for (const area of readdirSync(inRoot('cms/src/api'))) layOutArea(folder, area);
}

const PACKAGE = {
  name: 'stock',
  version: '1.0.0',
  private: true,
  dependencies: { '@strapi/strapi': '5.54.0', '@strapi/plugin-users-permissions': '5.54.0' },
  strapi: { uuid: false },
};

const KEY = 'bench-only-'.padEnd(44, 'x');

function configuration(database: { file: string } | { url: string }): Record<string, unknown> {
  const connection =
    'file' in database
      ? { client: 'sqlite', connection: { filename: database.file }, useNullAsDefault: true }
      : { client: 'postgres', connection: { connectionString: database.url }, pool: { min: 0, max: 10 } };
  return {
    server: { host: '127.0.0.1', port: Number(process.env.PORT), app: { keys: [KEY] } },
    admin: {
      auth: { secret: KEY },
      apiToken: { salt: KEY },
      transfer: { token: { salt: KEY } },
      secrets: { encryptionKey: KEY },
    },
    api: { rest: { defaultLimit: 25, maxLimit: 100, withCount: true } },
    database: { connection },
    plugins: { 'users-permissions': { config: { jwtSecret: KEY, ratelimit: { enabled: false } } } },
    // The request log would only slow it down: without it, to its advantage.
    middlewares: [
      'strapi::errors',
      'strapi::security',
      'strapi::cors',
      'strapi::query',
      'strapi::body',
      'strapi::session',
      'strapi::favicon',
      'strapi::public',
    ],
    logger: { level: 'error' },
  };
}

const FACTORIES = {
  controllers: 'createCoreController',
  routes: 'createCoreRouter',
  services: 'createCoreService',
};

function layOutArea(folder: string, area: string): void {
  const types = inRoot('cms/src/api', area, 'content-types');
  let names: string[] = [];
  try {
    names = readdirSync(types);
  } catch {
    return;
  }
  for (const type of names) {
    const schema = path.join(types, type, 'schema.json');
    const read = JSON.parse(readFileSync(schema, 'utf8')) as Schema;
    const { singularName } = read.info;
    bothWays(singularName, read);
    const to = path.join(folder, 'src/api', area);
    mkdirSync(path.join(to, 'content-types', type), { recursive: true });
    writeFileSync(path.join(to, 'content-types', type, 'schema.json'), JSON.stringify(read, null, 2));
    for (const [kind, factory] of Object.entries(FACTORIES)) {
      mkdirSync(path.join(to, kind), { recursive: true });
      writeFileSync(
        path.join(to, kind, `${singularName}.js`),
        `module.exports = require('@strapi/strapi').factories.${factory}('api::${area}.${singularName}');\n`,
      );
    }
  }
}

/** A stock list shows a story with its pictures only where the relation can be followed from the story. */
function bothWays(name: string, { attributes }: Schema): void {
  if (name === 'story-photo') attributes.story = { ...attributes.story, inversedBy: 'pictures' };
  if (name !== 'story') return;
  const target = { target: 'api::story.story-photo', mappedBy: 'story' };
  attributes.pictures = { type: 'relation', relation: 'oneToMany', ...target };
}
