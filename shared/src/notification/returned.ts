import { accessOf, ROLES, type Role } from '../access';
import { machineOf } from '../workflow';

/**
 * Whom a step sends the record back to: the roles that write it within their own scope and may not take the step
 * themselves. Empty for a step that sends nothing back.
 */
export function returnedTo(resource: string, step: string): Role[] {
  const transition = machineOf(resource)?.transitions[step];
  if (!transition?.returns) return [];
  if (transition.returns !== true) return [...transition.returns];
  const writers = accessOf(resource)?.update ?? {};
  return ROLES.filter((role) => {
    const scope = writers[role];
    return scope !== undefined && scope !== 'all' && !transition.by.includes(role);
  });
}
