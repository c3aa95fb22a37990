import type { AccessRules, FieldAccess } from '../access/rules';
import type { Words } from '../text/words';
import type { Attribute } from './attribute';
import type { ComponentSchema, TypeSchema } from './schema';
import type { ViewConfiguration } from './view';

/** A field that has left the model while its column still holds values, until they are taken out. */
export type RetiredField = { uid: string; name: string; attribute: Attribute };

/**
 * What the office has made of the model, as data: nothing in it is executed. It is kept in files, exported,
 * applied to another installation and compared with another state of itself.
 * - `types`: new record types by uid; `fields`: fields added to the program's own types, by uid;
 * - `views`: Strapi's view configuration by uid, of types and components;
 * - `labels`: words by key: `visit` (a type), `visit.reason` (a field), `visit.reason.illness` (an option),
 *   `visit.reason?` (help);
 * - `access`: who reads and writes the new types; `fieldAccess`: who reads and writes an added field.
 */
export type ModelSet = {
  types: Record<string, TypeSchema>;
  fields: Record<string, Record<string, Attribute>>;
  components: Record<string, ComponentSchema>;
  views: Record<string, ViewConfiguration>;
  labels: Record<string, Words>;
  access: Record<string, AccessRules>;
  fieldAccess: Record<string, Record<string, FieldAccess>>;
  retired: { fields: RetiredField[]; types: Record<string, TypeSchema> };
};

/** The model as the program brings it: nothing added. */
export function emptyModelSet(): ModelSet {
  return {
    types: {},
    fields: {},
    components: {},
    views: {},
    labels: {},
    access: {},
    fieldAccess: {},
    retired: { fields: [], types: {} },
  };
}
