import { installAccess, installFormRules } from '@jiedui/shared/access';
import type { ModelsDescription } from '@jiedui/shared/model';
import { installWords } from '@jiedui/shared/text';
import { useSyncExternalStore } from 'react';
import { http, onModelVersion } from '../providers/http';
import type { Model } from './model';
import { presented } from './presentation';

const NONE: ModelsDescription = {
  version: '',
  types: [],
  components: {},
  access: {},
  fieldAccess: {},
  menu: {},
  words: {},
  formRules: [],
};

let current = NONE;
let loading: Promise<void> | null = null;
/** The version that was asked for last: while two servers answer in turn it must not be asked for again and again. */
let wanted = '';
const listeners = new Set<() => void>();

export const getModels = (): ModelsDescription => current;

/** Takes a description into use, with the office's access rules, words, and what this role's forms leave out. */
export function setModels(models: ModelsDescription): void {
  if (models.version === current.version && models.version !== '') return;
  installAccess(models.access, models.fieldAccess);
  installWords(models.words);
  installFormRules(models.formRules);
  current = presented(models);
  for (const listener of listeners) listener();
}

async function load(): Promise<void> {
  const { data } = await http.get<{ data: ModelsDescription }>('/models');
  setModels(data.data);
}

/** Reads the models for the signed-in role; unchanged ones cost an answer without content. Throws ApiError. */
export function loadModels(): Promise<void> {
  loading ??= load().finally(() => {
    loading = null;
  });
  return loading;
}

onModelVersion((version) => {
  if (current === NONE || version === current.version || version === wanted) return;
  wanted = version;
  // What cannot be read now is asked for again with the next answer.
  loadModels().catch(() => {
    wanted = '';
  });
});

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** All models that the signed-in role sees; draws again when the office has published a new one. */
export const useModels = (): ModelsDescription => useSyncExternalStore(subscribe, getModels);

/** The model of a type by its address in the API (`units`); undefined for one that the role may not see. */
export const findModel = (models: ModelsDescription, path: string): Model | undefined =>
  models.types.find((type) => type.path === path);

/** The model of a type by its name (`unit`). */
export const modelOfResource = (models: ModelsDescription, resource: string): Model | undefined =>
  models.types.find((type) => type.resource === resource);

/** The model of a type that the page cannot be without: its route has asked whether the role may read it. */
export function useModel(path: string): Model {
  const model = findModel(useModels(), path);
  if (!model) throw new Error(`The model of ${path} is not there for this role`);
  return model;
}
