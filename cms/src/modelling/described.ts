import type { Role } from '@jiedui/shared/access';
import {
  type Attribute,
  type ModelsDescription,
  STAFF_UID,
  type ViewConfiguration,
} from '@jiedui/shared/model';
import {
  changedMenuOf,
  changedWordsOf,
  type DescribedType,
  describeModels,
  hiddenFields,
  Labels,
  type WordKey,
  wordKeys,
} from '@jiedui/shared/modelling';
import type { Core } from '@strapi/strapi';
import { allModels, type Model } from '../read/model';
import { columnsFor } from '../settings/computed-columns';
import { settings } from '../settings/settings';
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
  for (const [uid, view] of Object.entries(found)) found[uid] = withoutHidden(view, uid);
  views = found;
}

/** A field that the office has taken out of the form stays out of ours too. */
function withoutHidden(view: ViewConfiguration, uid: string): ViewConfiguration {
  const metadatas = { ...view.metadatas };
  for (const name of hiddenFields(runningModel().set.views[uid])) {
    metadatas[name] = { ...metadatas[name], edit: { ...metadatas[name]?.edit, visible: false } };
  }
  return { ...view, metadatas };
}

/** What `GET /api/models` answers to a role. */
export function modelsFor(role: Role): ModelsDescription {
  const { set } = runningModel();
  const { words } = settings();
  const input = {
    version: modelsVersion(),
    set,
    views,
    types: allModels().map(describedType),
    labels: new Labels(set, changedWordsOf(words)),
    computed: Object.fromEntries(allModels().map((model) => [model.resource, columnsFor(model, role)])),
    menu: changedMenuOf(words),
    words: changedWordsOf(words),
  };
  return describeModels(input, role);
}

/** Changes with the office's model and with what it sets while the system runs. */
export const modelsVersion = (): string => settings().version || runningModel().version;

/** Every key whose words can be changed, with the words of the program or the model. */
export const ownWordKeys = (): WordKey[] =>
  wordKeys(allModels().map(describedType), new Labels(runningModel().set));

/** The same with the words as they are now. */
export function presentWords() {
  const changed = new Map(settings().words.map((word) => [word.key, word]));
  return ownWordKeys().map((own) => ({ ...own, changed: changed.get(own.key) ?? null }));
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
