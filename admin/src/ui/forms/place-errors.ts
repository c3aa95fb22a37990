import { ERROR_TEXT, type Locale, type Words } from '@jiedui/shared/text';
import type { FormInstance } from 'antd';
import { errorWords, type FieldError, toApiError } from '../../providers/errors';

/** The words for one refused field: the server's, or those of the code. */
export function fieldErrorText(error: FieldError, locale: Locale): string {
  const known = (ERROR_TEXT as Record<string, Words>)[error.code];
  return error.message || (known ?? ERROR_TEXT.BAD_INPUT)[locale];
}

/**
 * Puts what the server refused beside the fields it names; `codes` places an error without a path.
 * Returns the text for everybody to see when it belongs to no field of the form, else null.
 */
export function placeErrors<Values>(
  form: FormInstance<Values>,
  thrown: unknown,
  locale: Locale,
  codes: Record<string, string> = {},
): string | null {
  const error = toApiError(thrown);
  const text = errorWords(error)[locale];
  const placed = codes[error.code];
  const fields = error.fieldErrors.length
    ? error.fieldErrors.map((item) => ({ name: item.path, errors: [fieldErrorText(item, locale)] }))
    : placed
      ? [{ name: [placed], errors: [text] }]
      : [];
  const shown = fields.filter((field) => form.getFieldInstance(field.name as never) !== undefined);
  // Names are checked against the mounted form just above, which the type of `setFields` cannot know.
  form.setFields(fields as unknown as Parameters<typeof form.setFields>[0]);
  const first = shown[0];
  if (first) form.scrollToField(first.name as never, { focus: true });
  return shown.length > 0 && shown.length === fields.length ? null : text;
}
