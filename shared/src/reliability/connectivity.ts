import { disjointSets } from './disjoint-sets';
import type { RatingTable } from './ratings';

/** One evaluator scores, or is to score, one unit. */
export interface Visit {
  rater: string;
  unit: string;
}

/** Who scores whom. Raters and units without a visit are listed as well. */
export interface VisitGraph {
  units: readonly string[];
  raters: readonly string[];
  visits: readonly Visit[];
}

/** Units that can be compared with each other, and the raters who compare them; ids in their order. */
export interface Component {
  units: string[];
  raters: string[];
}

/**
 * The groups within which units can be compared: two units are in one when a chain of common raters leads from one
 * to the other. One group: the round is connected. A unit that nobody scores is a group of its own; a rater who
 * scores nobody is in none. Largest first, equal ones by their first unit.
 * @throws RangeError for a visit of a rater or unit that is not listed
 */
export function components(graph: VisitGraph): Component[] {
  const { units, raters, setOfUnit, setOfRater } = connect(graph);
  const groups = new Map<number, Component>();
  units.forEach((unit, at) => {
    const group = groups.get(setOfUnit(at)) ?? { units: [], raters: [] };
    group.units.push(unit);
    groups.set(setOfUnit(at), group);
  });
  raters.forEach((rater, at) => {
    groups.get(setOfRater(at))?.raters.push(rater);
  });
  // The order of ids is kept by a stable sort, and units came in it.
  return [...groups.values()].sort((a, b) => b.units.length - a.units.length);
}

/** Whether all units of a table can be compared; true of an empty one. */
export function isConnected({ units, raters, starts, raterAt }: RatingTable): boolean {
  const sets = disjointSets(units.length + raters.length);
  let groups = units.length + raters.length;
  units.forEach((_, unit) => {
    for (let at = starts[unit] as number; at < (starts[unit + 1] as number); at += 1)
      if (sets.join(unit, units.length + (raterAt[at] as number))) groups -= 1;
  });
  return groups <= 1;
}

/** The graph with its ids in order and its sets joined. */
export function connect({ units: unitIds, raters: raterIds, visits }: VisitGraph) {
  const units = [...new Set(unitIds)].sort();
  const raters = [...new Set(raterIds)].sort();
  const unitOf = new Map(units.map((unit, at) => [unit, at]));
  const raterOf = new Map(raters.map((rater, at) => [rater, at]));
  const sets = disjointSets(units.length + raters.length);
  const joinVisit = (rater: number, unit: number) => sets.join(unit, units.length + rater);
  const unitLoads = new Int32Array(units.length);
  const raterLoads = new Int32Array(raters.length);
  for (const visit of visits) {
    const unit = unitOf.get(visit.unit);
    const rater = raterOf.get(visit.rater);
    if (unit === undefined || rater === undefined)
      throw new RangeError(`The visit of ${visit.rater} to ${visit.unit} is not of this round`);
    joinVisit(rater, unit);
    unitLoads[unit] = (unitLoads[unit] as number) + 1;
    raterLoads[rater] = (raterLoads[rater] as number) + 1;
  }
  const setOfUnit = (unit: number) => sets.find(unit);
  const setOfRater = (rater: number) => sets.find(units.length + rater);
  return { units, raters, joinVisit, setOfUnit, setOfRater, unitLoads, raterLoads };
}
