export { can, hasDuty, mayReadField, mayWriteField, rolesWho, scopeOf } from './can';
export { ACTIONS, type Action, DUTIES, type Duty, MATRIX, type ResourceAccess } from './matrix';
export { type Actor, ANCHORS, type Anchor, asRole, ROLE_ANCHOR, ROLES, type Role } from './roles';
export { own, type Reach, type Scope, type Step } from './scope';
