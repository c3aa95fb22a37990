import type { Role } from '@jiedui/shared/access';
import type { Attribute, ModelsDescription, ViewConfiguration } from '@jiedui/shared/model';
import { type DescribedType, describeModels, Labels } from '@jiedui/shared/modelling';
import type { Core } from '@strapi/strapi';
import { allModels, type Model, STAFF_UID } from '../read/model';
import { addedFields, isCustomType } from './install-model';
import { runningModel } from './running-model';

type Configurations = {
  findConfiguration(type: { uid: string }): Promise<ViewConfiguration>;
};

let views: Record<string, ViewConfiguration> = {};

/** Reads Strapi's view configuration of every type and component, once the office's own has been written to it. */
export async function loadViews(strapi: Core.Strapi): Promise<void> {
  const manager = strapi.plugin('content-manager');
  const types = manager?.service('content-types') as Configurations | undefined;
  const components = manager?.service('components') as Configurations | undefined;
  if (!types || !components) return;
  const found: Record<string, ViewConfiguration> = {};
  for (const { uid } of allModels()) found[uid] = await types.findConfiguration({ uid });
  for (const uid of Object.keys(strapi.components)) found[uid] = await components.findConfiguration({ uid });
  views = found;
}

/** What `GET /api/models` answers to a role. */
export function modelsFor(role: Role): ModelsDescription {
  const { set, version } = runningModel();
  const types = allModels().map(describedType);
  return describeModels({ version, set, views, types, labels: new Labels(set) }, role);
}

function describedType(model: Model): DescribedType {
  const { uid, resource } = model;
  return {
    uid,
    resource,
    path: model.plural,
    displayName: model.displayName,
    custom: isCustomType(uid),
    single: model.single,
    added: addedFields(uid),
    titleField: model.titleField,
    attributes: attributesOf(model),
  };
}

function attributesOf(model: Model): Record<string, Attribute> {
  const kinds = [model.columns, model.relations, model.links, model.parts, model.media];
  const known = (name: string) => kinds.some((kind) => kind.has(name));
  // An account's own relations are private to Strapi's API only; here the matrix says who reads them.
  const open = ({ private: hidden }: Attribute) => !hidden || model.uid === STAFF_UID;
  const shown = Object.entries(model.attributes).filter(([name, one]) => known(name) && open(one));
  return Object.fromEntries(shown);
}
