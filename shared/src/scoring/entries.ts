import { z } from 'zod';
import type { ItemKind, SourceCode } from '../rubric';
import { MISSING_STATES, type MissingState } from './missing';
import type { Moderated } from './moderated';

const amount = z.number().min(0).max(1_000_000);
const whole = z.number().int().min(0).max(1_000_000);

const common = {
  /** Set instead of a value when there is none. */
  missing: z.enum(MISSING_STATES).optional(),
  comment: z.string().max(2000).optional(),
};

const deductionSchema = z.strictObject({ reason: z.string().max(500).optional(), points: amount });

/** What an evaluator writes for one indicator, by the kind of its item. A draft may leave everything out. */
export const ENTRY_SCHEMAS = {
  points: z.strictObject({ ...common, points: amount.optional() }),
  /** The single deductions, or their sum, or (per missing thing) how many are missing. */
  deduct: z.strictObject({
    ...common,
    deductions: z.array(deductionSchema).max(200).optional(),
    deducted: amount.optional(),
    count: whole.optional(),
  }),
  level: z.strictObject({ ...common, level: z.string().max(40).optional(), count: whole.optional() }),
  /** People or things that were counted. */
  ratio: z.strictObject({ ...common, numerator: whole.optional(), denominator: whole.optional() }),
  metric: z.strictObject({ ...common, value: z.number().optional() }),
  bonus: z.strictObject({
    ...common,
    uses: z
      .array(z.strictObject({ option: z.string().max(40), count: whole }))
      .max(50)
      .optional(),
  }),
  veto: z.strictObject({ ...common, triggered: z.boolean().optional() }),
} as const satisfies Record<ItemKind, z.ZodType>;

export type EntryOf<K extends ItemKind> = z.infer<(typeof ENTRY_SCHEMAS)[K]>;

/** An entry of any kind. Which fields it may have follows from the indicator's item. */
export interface Entry {
  points?: number | undefined;
  deductions?: { reason?: string | undefined; points: number }[] | undefined;
  deducted?: number | undefined;
  level?: string | undefined;
  count?: number | undefined;
  numerator?: number | undefined;
  denominator?: number | undefined;
  value?: number | undefined;
  uses?: { option: string; count: number }[] | undefined;
  triggered?: boolean | undefined;
  missing?: MissingState | undefined;
  comment?: string | undefined;
}

/** Entries by indicator code. */
export type Entries = Record<string, Entry>;

/** One evaluator's sheet on one unit (评价). */
export interface Sheet {
  id: string;
  evaluatorId: string;
  evaluatorName?: string;
  source: SourceCode;
  entries: Entries;
  comment?: string;
  /** The whole sheet counts as not given (a recusal, for example), whatever its entries say. */
  missing?: MissingState;
  /** What was changed on it in talks between evaluators; the entries are those after them. */
  moderated?: Moderated;
}

/** Figures from the system's own records by metric key; null when a figure cannot be had. */
export type Metrics = Readonly<Record<string, number | null>>;
