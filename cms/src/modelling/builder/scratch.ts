import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Attribute, ComponentSchema, TypeSchema } from '@jiedui/shared/model';
import type { FoundModel } from '@jiedui/shared/modelling';
import type { Core } from '@strapi/strapi';

type Schema = { attributes: Record<string, Attribute> };
type Registered<T extends Schema> = Schema & {
  uid: string;
  __schema__: T;
  __filename__?: string;
  apiName?: string;
};

/**
 * Makes the copy's model ready for the builder: the program's own fields are locked in it, and all schemas lie as
 * files where Strapi writes them.
 */
export function openForBuilder(strapi: Core.Strapi, isAdded: (uid: string, field: string) => boolean): void {
  rmSync(strapi.dirs.app.src, { recursive: true, force: true });
  for (const type of typesOf(strapi)) {
    // Strapi's own loader of files says where a type lies; ours, which come from the model, do not know.
    type.apiName = areaOf(type.uid);
    for (const name of Object.keys(type.__schema__.attributes)) {
      if (!isAdded(type.uid, name)) lock(type, name);
    }
    write(path.join(typeFolder(strapi, type.uid), 'schema.json'), type.__schema__);
  }
  for (const component of componentsOf(strapi)) {
    const file = componentFile(strapi, component.uid);
    component.__filename__ = path.basename(file);
    write(file, component.__schema__);
  }
  mkdirSync(strapi.dirs.app.components, { recursive: true });
}

/** All schemas that lie in the copy's folder now. */
export function readScratch(strapi: Core.Strapi): FoundModel {
  const { api, components } = strapi.dirs.app;
  const types: [string, TypeSchema][] = names(api).flatMap((area) =>
    names(path.join(api, area, 'content-types')).flatMap((name): [string, TypeSchema][] => {
      const schema = read<TypeSchema>(path.join(api, area, 'content-types', name, 'schema.json'));
      return schema ? [[`api::${area}.${name}`, schema]] : [];
    }),
  );
  const parts: [string, ComponentSchema][] = names(components).flatMap((category) =>
    names(path.join(components, category))
      .filter((file) => file.endsWith('.json'))
      .flatMap((file): [string, ComponentSchema][] => {
        const schema = read<ComponentSchema>(path.join(components, category, file));
        return schema ? [[`${category}.${file.slice(0, -'.json'.length)}`, schema]] : [];
      }),
  );
  return { types: Object.fromEntries(types), components: Object.fromEntries(parts) };
}

function lock({ attributes, __schema__ }: Registered<TypeSchema>, name: string): void {
  for (const holder of [attributes, __schema__.attributes]) {
    const attribute = holder[name];
    if (attribute) holder[name] = { ...attribute, configurable: false };
  }
}

const typesOf = (strapi: Core.Strapi) =>
  (Object.values(strapi.contentTypes) as unknown as Registered<TypeSchema>[]).filter(({ uid }) =>
    uid.startsWith('api::'),
  );
const componentsOf = (strapi: Core.Strapi) =>
  Object.values(strapi.components) as unknown as Registered<ComponentSchema>[];

const areaOf = (uid: string) => uid.slice('api::'.length).split('.')[0] ?? '';

function typeFolder(strapi: Core.Strapi, uid: string): string {
  const [area = '', name = ''] = uid.slice('api::'.length).split('.');
  return path.join(strapi.dirs.app.api, area, 'content-types', name);
}

function componentFile(strapi: Core.Strapi, uid: string): string {
  const [category = '', name = ''] = uid.split('.');
  return path.join(strapi.dirs.app.components, category, `${name}.json`);
}

// Strapi keeps what it sets aside in folders that begin with a dot.
const names = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !name.startsWith('.'))
        .sort()
    : [];

function read<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

function write(
  file: string,
  {
    kind,
    collectionName,
    info,
    options,
    pluginOptions,
    attributes,
  }: TypeSchema | (ComponentSchema & { kind?: never; pluginOptions?: never }),
): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const schema = { kind, collectionName, info, options, pluginOptions, attributes };
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
}
