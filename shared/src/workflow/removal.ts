/** Types whose records others have been told of: who takes one away says why, and the audit keeps it. */
const REASONED: readonly string[] = ['assignment', 'metric-entry'];

/** Whether a reason must be given for deleting a record of the type. */
export const removalNeedsReason = (resource: string): boolean => REASONED.includes(resource);
