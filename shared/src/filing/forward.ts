import type { StationLevel } from '../programme';

/** Where materials come from, `parent` null for a site without one above it. Ids are of rows or of documents. */
export type Origin<Id> = { station: Id; parent: Id | null; level: StationLevel };

/**
 * Whether the actor is of the level that receives materials from their origin; `station` is the actor's own site, null
 * for whoever is of none. A site's own clerk is not, except at an institute, whose own materials nobody between it and
 * the district reads.
 */
export function receivesFrom<Id>({ station }: { station: Id | null }, origin: Origin<Id>): boolean {
  if (station === null) return true;
  if (station === origin.station) return origin.level === 'institute';
  return station === origin.parent;
}
