/**
 * The part of a Strapi attribute's schema that the rules read: enough to check a value and to draw a field.
 * `relation` is only used for many-to-one relations that live in a column.
 */
export type Attribute = {
  type: string;
  required?: boolean;
  minLength?: number;
  maxLength?: number;
  min?: number | string;
  max?: number | string;
  enum?: readonly string[];
  regex?: string;
  default?: unknown;
};
