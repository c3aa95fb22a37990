import { isEditable, MACHINES } from '../workflow';

/** Whether a change of the rubric is a new version: what can still be edited is changed where it stands. */
export function startsVersions(state: string): boolean {
  return !isEditable(MACHINES.rubric, state);
}

/** The number of the version that follows all those of one name. */
export function nextVersion(versions: readonly number[]): number {
  return Math.max(0, ...versions) + 1;
}
