export {
  accessOf,
  can,
  hasDuty,
  installAccess,
  mayExport,
  mayImport,
  mayReadField,
  mayWriteField,
  rolesWho,
  SYSTEM_FIELDS,
  scopeOf,
} from './can';
export {
  FORM_MODES,
  type FormMode,
  type FormRule,
  formRuleOf,
  formRulesOf,
  installFormRules,
  isHeldBack,
  RULED_ROLES,
  UNRULED,
} from './form-rules';
export { DUTIES, type Duty, MATRIX } from './matrix';
export { type RelationGraph, reachPaths } from './reach-paths';
export { ACTIONS, type Action, type ResourceAccess } from './resource-access';
export { type Actor, ANCHORS, type Anchor, asRole, ROLE_ANCHOR, ROLES, type Role } from './roles';
export { type AccessRules, accessOfRules, type FieldAccess, OFFICE_ONLY, type RowRule } from './rules';
export {
  EVERYONE,
  own,
  type PathReach,
  type Reach,
  type RoleReach,
  type Scope,
  type Step,
  shared,
  sharedWith,
  type Unless,
  unless,
} from './scope';
