/** The form in which this program keeps sheets and edits on a device; a change of the form counts it on. */
const FORMAT = 1;

/** What is kept, with its form. */
export const inFormat = <T extends object>(kept: T): T & { format: number } => ({ ...kept, format: FORMAT });

/**
 * Whether this program reads what is kept. Another program may have kept it: a newer one, in a tab or before an update
 * was taken back. What was kept before forms were counted is of the first one.
 */
export const isReadable = ({ format = 1 }: { format?: unknown }): boolean => format === FORMAT;
