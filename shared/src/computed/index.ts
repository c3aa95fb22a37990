export { type ComputedColumn, computedValue } from './column';
export {
  type Expression,
  LONGEST,
  type Names,
  type Problem,
  readExpression,
  type ValueKind,
} from './expression';
export { namesOf } from './names';
