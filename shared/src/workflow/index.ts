export { type Decision, decide, isEditable, type Machine, stepsFrom, type Transition } from './machine';
export { MACHINES, machineOf } from './machines';
export { lockedFields, wholeOf } from './parts';
export { removalNeedsReason } from './removal';
