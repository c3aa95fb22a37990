import type { Attribute } from './attribute';
import { type FieldError, fieldError } from './check';
import { type Components, checkField } from './check-nested';

/**
 * Checks the input of a record against its attributes. With `partial`, a required field may be left out
 * (an update) but not emptied. Fields that `mayWrite` denies and unknown fields are errors: nothing a
 * person typed is dropped in silence.
 */
export function checkRecord(
  attributes: Readonly<Record<string, Attribute>>,
  input: Readonly<Record<string, unknown>>,
  options: { partial: boolean; mayWrite: (field: string) => boolean; components?: Components },
): FieldError[] {
  const errors: FieldError[] = [];
  for (const field of Object.keys(input)) {
    if (!Object.hasOwn(attributes, field) || !options.mayWrite(field))
      errors.push(fieldError([field], 'UNKNOWN_FIELD'));
  }
  for (const [field, attribute] of Object.entries(attributes)) {
    if (!options.mayWrite(field)) continue;
    if (!Object.hasOwn(input, field)) {
      if (!options.partial && attribute.required && attribute.default === undefined) {
        errors.push(fieldError([field], 'REQUIRED'));
      }
      continue;
    }
    errors.push(...checkField([field], attribute, input[field], options.components ?? {}));
  }
  return errors;
}
