export type { Attribute } from './attribute';
export { checkValue, type FieldError, fieldError, isDay } from './check';
export { checkRecord } from './record';
