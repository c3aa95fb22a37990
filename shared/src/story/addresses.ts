/**
 * Where everybody reads what is out, as paths of this server. Printed codes lead to the schedules of sites at `/s/`:
 * stories stay clear of it.
 */
export const STORIES_PATH = '/read/';

/** The path of a story's page. */
export const storyPath = (documentId: string): string => `${STORIES_PATH}${documentId}`;

/** The path of a column's page. */
export const columnPath = (slug: string): string => `${STORIES_PATH}columns/${encodeURIComponent(slug)}`;
