import { type Dec, dec } from '../decimal';
import type { Step } from '../rubric';

/**
 * The best-paid step that a figure reaches, or null when it reaches none. 以上 and 以内 include the number itself.
 * The figure is a fraction `over / under`, compared by multiplication so that 2/3 never suffers from division.
 */
export function bestStep(
  steps: readonly Step[],
  direction: 'atLeast' | 'atMost',
  over: Dec,
  under: Dec = dec(1),
): Step | null {
  const reached = steps.filter(({ at }) => {
    const limit = under.times(at);
    return direction === 'atLeast' ? over.gte(limit) : over.lte(limit);
  });
  return reached.reduce<Step | null>(
    (best, step) => (best && best.points >= step.points ? best : step),
    null,
  );
}
