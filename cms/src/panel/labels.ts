import { fieldLabel } from '@jiedui/shared/text';
import type { Core } from '@strapi/strapi';
import { allModels, type Model } from '../read/model';

type Label = { label?: string };
type Configuration = { metadatas: Record<string, { edit?: Label; list?: Label }> } & Record<string, unknown>;
type Configurations = {
  findConfiguration(type: { uid: string }): Promise<Configuration>;
  updateConfiguration(type: { uid: string }, configuration: Configuration): Promise<unknown>;
};

/**
 * Gives every field its Chinese label in Strapi's panel, where the office has not chosen one itself.
 */
export async function labelPanel(strapi: Core.Strapi): Promise<void> {
  const service = strapi.plugin('content-manager')?.service('content-types') as Configurations | undefined;
  if (!service) return;
  for (const model of allModels()) await labelType(service, model);
}

async function labelType(service: Configurations, model: Model): Promise<void> {
  const type = { uid: model.uid };
  const configuration = await service.findConfiguration(type);
  let changed = false;
  for (const [field, views] of Object.entries(configuration.metadatas)) {
    const { zh } = fieldLabel(model.resource, field);
    for (const view of [views.edit, views.list]) {
      if (!view || view.label !== field || zh === field) continue;
      view.label = zh;
      changed = true;
    }
  }
  if (changed) await service.updateConfiguration(type, configuration);
}
