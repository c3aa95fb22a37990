import { enumWords, type Words } from '@jiedui/shared/text';
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
