import type { Role } from '../access/roles';
import { isEditable } from './machine';
import { machineOf } from './machines';

type Part = { of: string; open: readonly string[] };

/**
 * Records that are part of another one, named by the relation `of`: they come, change and go while that may be edited.
 * `open`: fields that may be written at any time.
 */
const PARTS: Readonly<Record<string, Part>> = {
  'plan-item': { of: 'plan', open: [] },
  'guardian-consent': { of: 'activity', open: [] },
  'story-photo': { of: 'story', open: [] },
  'plan-task': { of: 'plan', open: ['done', 'doneOn', 'note'] },
};

/** The relation to what a type's records are part of; null for a type of its own. */
export const wholeOf = (resource: string): string | null =>
  Object.hasOwn(PARTS, resource) ? (PARTS[resource]?.of ?? null) : null;

/**
 * The fields that keep a part from being written: those of `changed` that are not open, where the whole (a record of
 * `whole.resource` in `whole.state`) is not to be edited by the role.
 */
export function lockedFields(
  resource: string,
  whole: { resource: string; state: unknown },
  changed: readonly string[],
  role: Role,
): string[] {
  const open = PARTS[resource]?.open ?? changed;
  return isEditable(machineOf(whole.resource), whole.state, role)
    ? []
    : changed.filter((field) => !open.includes(field));
}
