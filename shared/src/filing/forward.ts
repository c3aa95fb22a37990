import type { Actor } from '../access';
import type { StationLevel } from '../programme';

/** Where materials come from: row ids, `parent` null for a site without one above it. */
export type Origin = { station: number; parent: number | null; level: StationLevel };

/**
 * Whether the actor is of the level that receives materials from their origin. A site's own clerk is not, except at an
 * institute, whose own materials nobody between it and the district reads.
 */
export function receivesFrom({ station }: Pick<Actor, 'station'>, origin: Origin): boolean {
  if (station === null) return true;
  if (station === origin.station) return origin.level === 'institute';
  return station === origin.parent;
}
