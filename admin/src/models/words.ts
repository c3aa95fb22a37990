import { enumWords, fieldLabel, resourceLabel, type Words } from '@jiedui/shared/text';
import { labelOf } from './model';
import { getModels, modelOfResource } from './store';

/** The words of an option of a type's field: the office's, the model's, else the program's. */
export function optionWords(resource: string, field: string, value: string): Words {
  const models = getModels();
  const options = modelOfResource(models, resource)?.fields[field]?.options;
  return (
    models.words[`${resource}.${field}.${value}`] ??
    options?.find((option) => option.value === value)?.words ??
    enumWords(resource, field, value)
  );
}

/** What a type is called. */
export const typeWords = (resource: string): Words =>
  modelOfResource(getModels(), resource)?.label ?? resourceLabel(resource);

/** What a field is called, also one that the role does not see any more. */
export function fieldWords(resource: string, field: string): Words {
  const model = modelOfResource(getModels(), resource);
  return model?.fields[field] ? labelOf(model, field) : fieldLabel(resource, field);
}
