/** A pair of evaluator and unit, by any id. */
export type PlannedPair<E, U> = { evaluator: E; unit: U };

/**
 * Gives every unit `perUnit` evaluators, as evenly as recusals allow: for each unit in turn the allowed
 * evaluators with the fewest units so far, in the given order where equal. Pairs that exist already count and
 * are kept. Deterministic in the order of both lists. A unit with too few allowed evaluators gets those it can have.
 */
export function planAssignments<E, U>(
  units: readonly U[],
  evaluators: readonly E[],
  perUnit: number,
  allowed: (evaluator: E, unit: U) => boolean,
  existing: readonly PlannedPair<E, U>[] = [],
): PlannedPair<E, U>[] {
  const load = new Map<E, number>(evaluators.map((evaluator) => [evaluator, 0]));
  const held = new Map<U, Set<E>>();
  for (const { evaluator, unit } of existing) {
    load.set(evaluator, (load.get(evaluator) ?? 0) + 1);
    held.set(unit, (held.get(unit) ?? new Set()).add(evaluator));
  }
  const planned: PlannedPair<E, U>[] = [];
  // Units turn the list of equally loaded evaluators, so that the same few do not meet on every unit.
  units.forEach((unit, turn) => {
    const has = held.get(unit) ?? new Set<E>();
    const order = evaluators.map((_, at) => evaluators[(at + turn) % evaluators.length] as E);
    const free = order.filter((evaluator) => !has.has(evaluator) && allowed(evaluator, unit));
    const chosen = free
      .sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0))
      .slice(0, Math.max(0, perUnit - has.size));
    for (const evaluator of chosen) {
      load.set(evaluator, (load.get(evaluator) ?? 0) + 1);
      planned.push({ evaluator, unit });
    }
  });
  return planned;
}
