import type { Path } from '../providers/access';

/** Where the records of a path have pages of their own; a relation to one of them is shown as a link. */
export const ROUTE_OF: Partial<Record<Path, string>> = {
  units: '/units',
  stations: '/stations',
  pairings: '/pairings',
  activities: '/activities',
  projects: '/projects',
  stories: '/stories',
};
