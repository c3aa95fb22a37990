import { z } from 'zod';
import type { Words } from '../text/words';

/** The item kinds of real rubrics (domain §4). */
export const ITEM_KINDS = ['points', 'deduct', 'level', 'ratio', 'metric', 'bonus', 'veto'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const ITEM_KIND_WORDS = {
  points: { zh: '评分', en: 'Points' },
  deduct: { zh: '扣分', en: 'Deduction' },
  level: { zh: '分档', en: 'Level' },
  ratio: { zh: '比率', en: 'Ratio' },
  metric: { zh: '系统取数', en: 'System figure' },
  bonus: { zh: '加分', en: 'Bonus' },
  veto: { zh: '一票否决', en: 'Veto' },
} as const satisfies Record<ItemKind, Words>;

const amount = z.number().nonnegative();
/** Codes stand in workbooks and in tie-break keys, so they hold no separator of either and no full-width form. */
export const codeSchema = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[^\s;:=@()<>|,、\uff01-\uff5e]+$/u);
/** Labels stand in the workbook's 选项 too, between brackets. */
const labelSchema = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^;=()\r\n\uff08\uff09\uff1b\uff1d]+$/u);

/** Judged: 0 up to the indicator's maximum points. */
export const pointsItem = z.object({ kind: z.literal('points') });

/**
 * Points are taken away, 扣完为止 (floor 0).
 * `from`: what they are taken from. `item`: the indicator's own maximum. `dimension`: the base of the dimension
 * (起评分), the indicator's maximum points being the most it can take. `total`: the unit's total, after the
 * composite (负面清单); the maximum points limit it too.
 * `mode`: `judged` takes `min`…`max` points each time; `perMissing` takes `each` points for each missing thing.
 */
export const deductItem = z.object({
  kind: z.literal('deduct'),
  from: z.enum(['item', 'dimension', 'total']).default('item'),
  rule: z.discriminatedUnion('mode', [
    z.object({ mode: z.literal('judged'), min: amount, max: z.number().positive() }),
    z.object({ mode: z.literal('perMissing'), each: z.number().positive() }),
  ]),
});

/**
 * A described state earns a percentage of the points. With `countBy` the level follows from a number: the first
 * level, in the order given, that the number reaches (`violations`: at most its `count`; `met`: at least), else
 * the last level.
 */
export const levelItem = z.object({
  kind: z.literal('level'),
  countBy: z.enum(['violations', 'met']).optional(),
  levels: z
    .array(
      z.object({
        code: codeSchema,
        label: labelSchema.optional(),
        percent: z.number().min(0).max(100),
        count: z.number().int().nonnegative().optional(),
      }),
    )
    .min(2),
});

/** A threshold and what reaching it earns, in points. */
export const stepSchema = z.object({ at: z.number(), points: amount });
export type Step = z.infer<typeof stepSchema>;

/** A rate (percent) against thresholds: the best step whose `at` (percent, 以上 includes it) is reached. */
export const ratioItem = z.object({
  kind: z.literal('ratio'),
  numerator: labelSchema.optional(),
  denominator: labelSchema.optional(),
  steps: z.array(stepSchema).min(1),
});

/**
 * A figure that the system takes from its own records under the key `metric`; no evaluator fills it in.
 * `steps`: the best step reached (`atLeast`), or not exceeded (`atMost`: less is better).
 * `linear`: none of the points at `zeroAt`, all of them at `fullAt`, in proportion between.
 */
export const metricItem = z.object({
  kind: z.literal('metric'),
  metric: codeSchema,
  rule: z.discriminatedUnion('mode', [
    z.object({
      mode: z.literal('steps'),
      direction: z.enum(['atLeast', 'atMost']).default('atLeast'),
      steps: z.array(stepSchema).min(1),
    }),
    z.object({ mode: z.literal('linear'), zeroAt: z.number(), fullAt: z.number() }),
  ]),
});

/** Points for each use, by option; the indicator's maximum points are its cap. Outside the composite. */
export const bonusItem = z.object({
  kind: z.literal('bonus'),
  options: z
    .array(z.object({ code: codeSchema, label: labelSchema.optional(), points: z.number().positive() }))
    .min(1),
});

/** A disqualifier. `zero`: the total becomes 0. `band`: at most `band` (left out: the lowest one). */
export const vetoItem = z.object({
  kind: z.literal('veto'),
  effect: z.enum(['zero', 'band']).default('band'),
  band: codeSchema.optional(),
});

export const itemSchema = z.discriminatedUnion('kind', [
  pointsItem,
  deductItem,
  levelItem,
  ratioItem,
  metricItem,
  bonusItem,
  vetoItem,
]);

export type Item = z.infer<typeof itemSchema>;
export type ItemOf<K extends ItemKind> = Extract<Item, { kind: K }>;
