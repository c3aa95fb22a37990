import type { Words } from '../text/words';
import { type PlannedPair, planAssignments } from './plan-assignments';

/**
 * Who could score the units that lost evaluators by recusal, `count` for each: of those allowed the ones with the
 * fewest units so far. `existing` are the pairs that still stand. Deterministic; a unit may get fewer than it lacks.
 */
export function planReplacements<E, U>(
  lacking: readonly { unit: U; count: number }[],
  evaluators: readonly E[],
  allowed: (evaluator: E, unit: U) => boolean,
  existing: readonly PlannedPair<E, U>[],
): PlannedPair<E, U>[] {
  const planned: PlannedPair<E, U>[] = [];
  for (const { unit, count } of lacking) {
    const now = [...existing, ...planned];
    const held = now.filter((pair) => pair.unit === unit).length;
    planned.push(...planAssignments([unit], evaluators, held + count, allowed, now));
  }
  return planned;
}

/** That evaluators were recused and whom the units could be given to, by names; null where none is lacking. */
export function replacementWords(
  lacking: readonly { unit: string; count: number }[],
  visits: readonly { rater: string; unit: string }[],
): Words | null {
  if (lacking.length === 0) return null;
  const short = lacking.reduce((sum, { count }) => sum + count, 0);
  if (visits.length === 0) {
    const units = lacking.map(({ unit }) => unit).join('、');
    return {
      zh: `因回避少 ${short} 次评价(${units}),本轮没有可改派的测评员`,
      en: `${short} evaluations lost by recusal (${units}); nobody of the round can take them over`,
    };
  }
  const named = visits.map(({ rater, unit }) => `${rater}评${unit}`).join(';');
  return {
    zh: `因回避少 ${short} 次评价,建议改派:${named}`,
    en: `${short} evaluations lost by recusal; could be taken over: ${visits.map(({ rater, unit }) => `${rater} to ${unit}`).join('; ')}`,
  };
}
