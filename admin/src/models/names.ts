import { fieldLabel, resourceLabel, type Words } from '@jiedui/shared/text';
import { labelOf } from './model';
import { getModels, modelOfResource } from './store';

/** What a type is called. */
export const typeWords = (resource: string): Words =>
  modelOfResource(getModels(), resource)?.label ?? resourceLabel(resource);

/** What a field is called, also one that the role does not see any more. */
export function fieldWords(resource: string, field: string): Words {
  const model = modelOfResource(getModels(), resource);
  return model?.fields[field] ? labelOf(model, field) : fieldLabel(resource, field);
}
