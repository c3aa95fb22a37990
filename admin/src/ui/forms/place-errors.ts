import { ERROR_TEXT, type Locale, type Words } from '@jiedui/shared/text';
import type { FormInstance } from 'antd';
import type { Components, Fields } from '../../models/model';
import { errorWords, type FieldError, toApiError } from '../../providers/errors';
import { COMPONENT } from './form-values';

/** The words for one refused field: the server's, or those of the code. */
export function fieldErrorText(error: FieldError, locale: Locale): string {
  const known = (ERROR_TEXT as Record<string, Words>)[error.code];
  return error.message || (known ?? ERROR_TEXT.BAD_INPUT)[locale];
}

/** What the fields on the way to an error are called: `慰问品 2 › 件数`. */
export function pathText(
  path: FieldError['path'],
  values: unknown,
  fields: Fields,
  components: Components,
  locale: Locale,
): string {
  const [name, ...rest] = path;
  const field = fields[String(name)];
  if (!field) return path.filter((step) => step !== COMPONENT).join(' › ');
  const value = (values as Record<string, unknown> | null)?.[String(name)];
  const [at] = rest;
  const isEntry = typeof at === 'number';
  const label = field.label[locale] + (isEntry ? ` ${at + 1}` : '');
  const inner = isEntry ? (value as unknown[] | null)?.[at] : value;
  const further = isEntry ? rest.slice(1) : rest;
  const uid = (inner as Record<string, unknown> | null)?.[COMPONENT] ?? field.attribute.component;
  if (further.length === 0) return label;
  return `${label} › ${pathText(further, inner, components[String(uid)]?.fields ?? {}, components, locale)}`;
}

type Shape = { fields: Fields; components: Components };

/**
 * Puts what the server refused beside the fields it names; `codes` places an error without a path.
 * Returns the text for everybody to see when it belongs to no field of the form, else null.
 */
export function placeErrors<Values>(
  form: FormInstance<Values>,
  thrown: unknown,
  locale: Locale,
  codes: Record<string, string> = {},
  shape: Shape = { fields: {}, components: {} },
): string | null {
  const error = toApiError(thrown);
  const text = errorWords(error)[locale];
  const placed = codes[error.code];
  const found = error.fieldErrors.length
    ? error.fieldErrors.map((item) => ({ name: item.path, errors: [fieldErrorText(item, locale)] }))
    : placed
      ? [{ name: [placed] as FieldError['path'], errors: [text] }]
      : [];
  const mounted = new Set(form.getFieldsError().map(({ name }) => name.join('.')));
  const isShown = ({ name }: { name: FieldError['path'] }) => mounted.has(name.join('.'));
  const shown = found.filter(isShown);
  // Names are checked against the mounted form just above, which the type of `setFields` cannot know.
  form.setFields(shown as unknown as Parameters<typeof form.setFields>[0]);
  const first = shown[0];
  if (first) form.scrollToField(first.name as never, { focus: true });
  if (shown.length > 0 && shown.length === found.length) return null;
  const values = form.getFieldsValue(true);
  const rest = found
    .filter((item) => !isShown(item) && Object.hasOwn(shape.fields, String(item.name[0])))
    .map(
      ({ name, errors }) =>
        `${pathText(name, values, shape.fields, shape.components, locale)}:${errors.join('')}`,
    );
  return rest.length > 0 ? rest.join(' ') : text;
}
