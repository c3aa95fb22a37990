export { type Captured, captureModel, type FoundModel } from './capture';
export {
  ALWAYS_SHOWN,
  type ChangedWord,
  changedMenuOf,
  changedWordsOf,
  MENU_KEY,
} from './changed-words';
export { checkModelFile, checkSet, MODEL_FORMAT, modelFile, type SetError } from './check-set';
export { type DescribedType, type DescribeInput, describeModels } from './describe-models';
export { humanized, Labels } from './labels';
export { KEPT, type MergedType, mergedTypes, normalAttributes } from './merge';
export { planModel } from './plan';
export { namesToConfirm, planHash, refusedOf, summaryOf, withCounts } from './plan-counted';
export {
  type Measure,
  type ModelPlan,
  PLAN_KINDS,
  type PlanEntry,
  type PlanKind,
  type PlanSubject,
} from './plan-entry';
export { presetOf } from './preset';
export { capturedView, hiddenFields, mergedView } from './views';
export { listAddress, MENU_GROUP, type WordKey, wordKeys } from './word-keys';
