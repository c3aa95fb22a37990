import { z } from 'zod';
import { wordsSchema } from '../activity';
import { type Day, daySchema } from '../calendar';

/** The three phases of a programme: 部署, 推进, 总结. */
export const PHASE_CODES = ['deployment', 'progress', 'conclusion'] as const;

export const phaseSchema = z.strictObject({
  code: z.enum(PHASE_CODES),
  words: wordsSchema,
  /** null: from the day the plan was issued (自即日起). */
  from: daySchema.nullable(),
  to: daySchema,
  /** The plan's own words for the dates. */
  note: z.string(),
  tasks: z.array(z.string().min(1)),
});

export type Phase = z.infer<typeof phaseSchema>;

/** The phase that holds the day, or null before the first and after the last. */
export function phaseOn(phases: readonly Phase[], day: Day): Phase | null {
  return phases.find(({ from, to }) => (from === null || from <= day) && day <= to) ?? null;
}

/** Whether the phases follow one another without overlap; only the first may be without a beginning. */
export function phasesAreInOrder(phases: readonly Phase[]): boolean {
  return phases.every((phase, index) => {
    const before = phases[index - 1];
    if (phase.from === null) return index === 0;
    return phase.from <= phase.to && (!before || before.to < phase.from);
  });
}
