export type { Attribute, AttributeHints } from './attribute';
export { checkValue, type FieldError, fieldError, isDay } from './check';
export { type Components, checkField, isFilled } from './check-nested';
export {
  type ComponentDescription,
  type ComputedDescription,
  type FieldDescription,
  type FieldKind,
  type FormRow,
  kindOf,
  type MenuWords,
  type ModelsDescription,
  type TypeDescription,
} from './describe';
export { emptyModelSet, type ModelSet, type RetiredField } from './model-set';
export { checkRecord } from './record';
export {
  type BaseTypes,
  type ComponentSchema,
  normalAttribute,
  type RelationSide,
  relationSide,
  resourceOfUid,
  STAFF_UID,
  type TypeSchema,
} from './schema';
export { findUnstorable, isStorable } from './storable';
export type { ViewConfiguration } from './view';
