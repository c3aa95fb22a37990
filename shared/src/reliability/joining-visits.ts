import type { Words } from '../text/words';
import { connect, type Visit, type VisitGraph } from './connectivity';

/**
 * Additional visits that make a round connected: none when it is already, null when recusals make it impossible.
 *
 * As few as can be where the evaluators who score already can join all groups: one less than there are groups. Where
 * an evaluator without any unit must step between them, it costs one visit more for each such evaluator, and the one
 * who joins most groups is taken first (the fewest possible cannot be found quickly). Asked are those with the fewest
 * units, to go to the units with the fewest scores; equal ones by id. Each visit joins two groups, or brings in an
 * idle evaluator.
 * @throws RangeError for a visit of a rater or unit that is not listed
 */
export function joiningVisits(
  graph: VisitGraph,
  allowed: (rater: string, unit: string) => boolean,
): Visit[] | null {
  const state = connect(graph);
  const order = [...state.units.keys()].sort((a, b) => load(state.unitLoads, a) - load(state.unitLoads, b));
  const may = (rater: number, unit: number) =>
    allowed(state.raters[rater] as string, state.units[unit] as string);
  const idle = [...state.raters.keys()].filter((rater) => load(state.raterLoads, rater) === 0);
  const found = [...joinDirectly(state, order, may), ...joinByIdle(state, order, may, idle)];
  const first = state.units.length > 0 ? state.setOfUnit(0) : 0;
  if (state.units.some((_, unit) => state.setOfUnit(unit) !== first)) return null;
  return found.map(([rater, unit]) => ({
    rater: state.raters[rater] as string,
    unit: state.units[unit] as string,
  }));
}

/** The advice in words, by the names of both; null when there is none to give. */
export function joiningWords(visits: readonly Visit[]): Words | null {
  const [first] = visits;
  if (!first) return null;
  if (visits.length === 1) {
    return {
      zh: `请${first.rater}加评${first.unit}，即可把两组连起来`,
      en: `One more visit of ${first.rater} to ${first.unit} joins the two groups`,
    };
  }
  return {
    zh: `加评以下 ${visits.length} 次，即可把各组连起来：${visits.map(({ rater, unit }) => `${rater}评${unit}`).join('；')}`,
    en: `${visits.length} more visits join the groups: ${visits.map(({ rater, unit }) => `${rater} to ${unit}`).join('; ')}`,
  };
}

type State = ReturnType<typeof connect>;
type Pair = [rater: number, unit: number];
type May = (rater: number, unit: number) => boolean;

const load = (loads: Int32Array, at: number) => loads[at] as number;

function joinDirectly(state: State, order: readonly number[], may: May): Pair[] {
  const found: Pair[] = [];
  let busy = [...state.raters.keys()].filter((rater) => load(state.raterLoads, rater) > 0);
  while (busy.length > 0) {
    const rater = busy.reduce((a, b) => (load(state.raterLoads, b) < load(state.raterLoads, a) ? b : a));
    const unit = order.find((at) => state.setOfUnit(at) !== state.setOfRater(rater) && may(rater, at));
    // A rater's own group only grows: who reaches no other one now never will.
    if (unit === undefined) busy = busy.filter((other) => other !== rater);
    else found.push(visit(state, rater, unit));
  }
  return found;
}

function joinByIdle(state: State, order: readonly number[], may: May, idle: readonly number[]): Pair[] {
  const found: Pair[] = [];
  for (;;) {
    const reaches = idle.map((rater) => ({ rater, units: oneOfEachGroup(state, order, may, rater) }));
    const best = reaches.reduce<(typeof reaches)[number] | null>(
      (most, next) => (next.units.length > (most?.units.length ?? 1) ? next : most),
      null,
    );
    if (!best) return found;
    found.push(...best.units.map((unit) => visit(state, best.rater, unit)));
  }
}

/** A unit of each group that the rater may go to, the unit with the fewest scores. */
function oneOfEachGroup(state: State, order: readonly number[], may: May, rater: number): number[] {
  const groups = new Map<number, number>();
  for (const unit of order) {
    const group = state.setOfUnit(unit);
    if (!groups.has(group) && may(rater, unit)) groups.set(group, unit);
  }
  return [...groups.values()];
}

function visit(state: State, rater: number, unit: number): Pair {
  state.joinVisit(rater, unit);
  state.raterLoads[rater] = load(state.raterLoads, rater) + 1;
  return [rater, unit];
}
