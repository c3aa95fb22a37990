import type { Attribute, FieldDescription, TypeDescription } from '@jiedui/shared/model';
import { kindOf } from '@jiedui/shared/model';

/** A field for a test: its kind follows from the attribute. */
export function testField(attribute: Attribute, more: Partial<FieldDescription> = {}): FieldDescription {
  return {
    kind: kindOf(attribute),
    attribute,
    label: { zh: '字段', en: 'Field' },
    help: null,
    added: false,
    writable: true,
    sortable: true,
    ...more,
  };
}

/** A type for a test, with a form of one field a row. */
export function testModel(
  fields: Record<string, FieldDescription>,
  more: Partial<TypeDescription> = {},
): TypeDescription {
  const names = Object.keys(fields);
  return {
    resource: 'visit',
    path: 'visits',
    label: { zh: '走访', en: 'Visit' },
    custom: true,
    single: false,
    titleField: names[0] ?? 'documentId',
    searchable: true,
    sort: { field: 'createdAt', order: 'asc' },
    pageSize: 25,
    columns: names.slice(0, 4),
    form: names.map((name) => [{ name, size: 12 }]),
    fields,
    computed: {},
    may: { read: true, create: true, update: true, delete: true, export: true, import: true },
    ...more,
  };
}
