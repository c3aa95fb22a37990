import { z } from 'zod';
import { codeSchema } from './item-kinds';

/**
 * How the sheets of one source become one score. `dropHighLow` drops one high and one low from `from` raters on
 * (below that: the mean); `trimmed` drops `proportion` of the sheets on each side (rounded down).
 */
export const aggregationSchema = z.discriminatedUnion('policy', [
  z.object({ policy: z.literal('mean') }),
  z.object({ policy: z.literal('dropHighLow'), from: z.number().int().min(3).default(5) }),
  z.object({ policy: z.literal('trimmed'), proportion: z.number().min(0).lt(0.5) }),
]);
export type Aggregation = z.infer<typeof aggregationSchema>;

const wordsSchema = z.object({ zh: z.string().min(1).max(100), en: z.string().min(1).max(100) });

/** How many units of a class a band may hold: a number, or a share of the ranked units (rounded down). */
export const quotaSchema = z.union([
  z.object({ count: z.number().int().nonnegative() }),
  z.object({ share: z.number().min(0).max(1) }),
]);
export type Quota = z.infer<typeof quotaSchema>;

/** One band; `min` is the lowest total that reaches it (以上 includes the number). */
export const bandSchema = z.object({
  code: codeSchema,
  label: wordsSchema,
  min: z.number(),
  quota: quotaSchema.optional(),
});
export type Band = z.infer<typeof bandSchema>;

/** *Our* default bands (domain §4): ≥ 90 / 80 / 60, best first. */
export const DEFAULT_BANDS: Band[] = [
  { code: 'excellent', label: { zh: '优秀', en: 'Excellent' }, min: 90 },
  { code: 'good', label: { zh: '良好', en: 'Good' }, min: 80 },
  { code: 'qualified', label: { zh: '合格', en: 'Qualified' }, min: 60 },
  { code: 'unqualified', label: { zh: '不合格', en: 'Unqualified' }, min: 0 },
];

/**
 * What separates equal totals, in the published order. Plain keys or `dimension:CODE`, `indicator:CODE`,
 * `source:CODE`. More is better, except for `penalty`. An id is deliberately no key: equal units stay equal.
 */
export const tieBreakSchema = z
  .string()
  .regex(/^(composite|rawMean|coverage|bonus|penalty|(dimension|indicator|source):[^\s;:=@()|,]+)$/u);
