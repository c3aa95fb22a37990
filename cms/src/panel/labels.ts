import type { ViewConfiguration } from '@jiedui/shared/model';
import { fieldLabel } from '@jiedui/shared/text';
import type { Core } from '@strapi/strapi';
import { allModels, type Model } from '../read/model';

type Configurations = {
  findConfiguration(type: { uid: string }): Promise<ViewConfiguration>;
  updateConfiguration(type: { uid: string }, configuration: ViewConfiguration): Promise<unknown>;
};

/**
 * Gives every field its Chinese label in Strapi's panel, where the office has not chosen one itself.
 */
export async function labelPanel(strapi: Core.Strapi): Promise<void> {
  const service = strapi.plugin('content-manager')?.service('content-types') as Configurations | undefined;
  if (!service) return;
  for (const model of allModels()) await labelType(service, model);
}

async function labelType(service: Configurations, { uid, resource }: Model): Promise<void> {
  const configuration = await service.findConfiguration({ uid });
  const wanted = labelled(configuration, resource);
  if (JSON.stringify(wanted) !== JSON.stringify(configuration)) {
    await service.updateConfiguration({ uid }, wanted);
  }
}

/** A view configuration with our words for every field whose label is still Strapi's, the field's name. */
export function labelled(configuration: ViewConfiguration, resource: string): ViewConfiguration {
  const metadatas = Object.entries(configuration.metadatas).map(([field, { edit, list, ...rest }]) => {
    const label = <T extends { label?: string }>(view: T | undefined) =>
      view?.label === field ? { ...view, label: fieldLabel(resource, field).zh } : view;
    return [
      field,
      { ...rest, ...(edit ? { edit: label(edit) } : {}), ...(list ? { list: label(list) } : {}) },
    ];
  });
  return { ...configuration, metadatas: Object.fromEntries(metadatas) };
}
