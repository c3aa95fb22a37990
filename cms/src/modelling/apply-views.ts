import path from 'node:path';
import { contentHash } from '@jiedui/shared/canonical';
import { STAFF_UID, type ViewConfiguration } from '@jiedui/shared/model';
import { capturedView, mergedView } from '@jiedui/shared/modelling';
import type { Core } from '@strapi/strapi';
import { labelled } from '../panel/labels';
import { allModels } from '../read/model';
import { runningModel } from './running-model';

type Configurations = {
  findConfiguration(type: { uid: string }): Promise<ViewConfiguration>;
  updateConfiguration(type: { uid: string }, configuration: ViewConfiguration): Promise<unknown>;
};
type Default = (schema: unknown) => Promise<ViewConfiguration>;
type Subject = { uid: string; resource: string; component: boolean };

/**
 * Writes the model's views into Strapi's stored configuration, where they differ: what the panel, and everything
 * that reads it, shows is then what the model says, and nothing that some other model once said.
 */
export async function applyViews(strapi: Core.Strapi): Promise<void> {
  const { set } = runningModel();
  for (const subject of subjects(strapi)) {
    const service = serviceOf(strapi, subject);
    const stored = await service.findConfiguration(subject);
    const wanted = mergedView(await derivedView(strapi, subject), set.views[subject.uid]);
    if (hash(stored) !== hash(wanted)) await service.updateConfiguration(subject, { ...stored, ...wanted });
  }
}

/** What the office has changed of a type's or component's view as it is stored now; null for nothing. */
export async function viewOf(strapi: Core.Strapi, uid: string): Promise<ViewConfiguration | null> {
  const subject = subjects(strapi).find((one) => one.uid === uid);
  if (!subject) return null;
  const stored = await serviceOf(strapi, subject).findConfiguration(subject);
  return capturedView(await derivedView(strapi, subject), stored);
}

function subjects(strapi: Core.Strapi): Subject[] {
  const types = allModels()
    .filter(({ uid }) => uid !== STAFF_UID)
    .map(({ uid, resource }) => ({ uid, resource, component: false }));
  const components = Object.keys(strapi.components).map((uid) => ({ uid, resource: uid, component: true }));
  return [...types, ...components];
}

const serviceOf = (strapi: Core.Strapi, { component }: Subject) =>
  strapi.plugin('content-manager').service(component ? 'components' : 'content-types') as Configurations;

/** What Strapi makes of a schema by itself, with our labels. */
async function derivedView(
  strapi: Core.Strapi,
  { uid, resource, component }: Subject,
): Promise<ViewConfiguration> {
  const mapper = strapi.plugin('content-manager').service('data-mapper') as {
    toContentManagerModel(schema: unknown): unknown;
  };
  const schema = component ? strapi.components[uid as never] : strapi.contentTypes[uid as never];
  return labelled(await defaultConfiguration()(mapper.toContentManagerModel(schema)), resource);
}

/** Strapi keeps this to itself, but it alone knows its defaults. */
function defaultConfiguration(): Default {
  const plugin = path.dirname(require.resolve('@strapi/content-manager/package.json'));
  const file = path.join(plugin, 'dist/server/services/utils/configuration/index.js');
  return (require(file) as { createDefaultConfiguration: Default }).createDefaultConfiguration;
}

const hash = ({ settings, metadatas, layouts }: ViewConfiguration) =>
  contentHash(JSON.parse(JSON.stringify({ settings, metadatas, layouts })));
