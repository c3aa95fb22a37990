import { z } from 'zod';
import { evidenceSchema } from './evidence';
import { codeSchema, itemSchema } from './item-kinds';
import { aggregationSchema, bandSchema, DEFAULT_BANDS, tieBreakSchema } from './policy';
import { SOURCE_CODES } from './sources';

/** One row of the rubric. `maxPoints` is 分值: the maximum, the cap of a bonus, the limit of a deduction. */
export const indicatorSchema = z.object({
  code: codeSchema,
  name: z.string().min(1).max(200),
  maxPoints: z.number().nonnegative().max(100_000),
  item: itemSchema,
  /** 评分标准, as the evaluator reads it. */
  standard: z.string().max(4000).optional(),
  /** 数据来源: where the evaluator finds the evidence. */
  dataSource: z.string().max(1000).optional(),
  /** Sources that judge this indicator; left out: all. */
  sources: z.array(z.enum(SOURCE_CODES)).min(1).optional(),
  /** The unit's records that are shown beside it; left out: none. */
  evidence: evidenceSchema.optional(),
});
export type Indicator = z.infer<typeof indicatorSchema>;

export const dimensionSchema = z.object({
  code: codeSchema,
  name: z.string().min(1).max(200),
  /** 起评分: what `deduct … from dimension` indicators take from. */
  base: z.number().positive().optional(),
  indicators: z.array(indicatorSchema),
});
export type Dimension = z.infer<typeof dimensionSchema>;

export const rubricSchema = z.object({
  name: z.string().min(1).max(200),
  description: z.string().max(4000).default(''),
  /** 示例: true for every preset, because the plan itself contains no rubric. */
  example: z.boolean().default(false),
  dimensions: z.array(dimensionSchema),
  /** Sources of the composite with their weights in percent. */
  sources: z
    .array(z.object({ code: z.enum(SOURCE_CODES), weight: z.number().positive().max(100) }))
    .default([{ code: 'district', weight: 100 }]),
  aggregation: aggregationSchema.default({ policy: 'dropHighLow', from: 5 }),
  officialScore: z.literal('raw').default('raw'),
  /** Below this number of evaluators (the unit's own sheet does not count) a unit gets no rank and no band. */
  minRaters: z.number().int().nonnegative().default(3),
  /** A source without any score: re-weight the others, or give no total. */
  missingSource: z.enum(['reweight', 'noTotal']).default('reweight'),
  /** Most points that all bonus indicators together may add. */
  bonusCap: z.number().nonnegative().default(10),
  /** Most points that deductions `from total` together may take; left out: no limit but the floor 0. */
  penaltyCap: z.number().nonnegative().optional(),
  /** The total is at most this; left out: no limit but the bonus cap. */
  cap: z.number().positive().optional(),
  bands: z.array(bandSchema).default(DEFAULT_BANDS),
  /** Bands of one unit class (or station level) where they differ from `bands`. */
  bandsByClass: z.record(z.string(), z.array(bandSchema)).default({}),
  tieBreaks: z.array(tieBreakSchema).default(['composite', 'rawMean']),
  /** Decimal places of a score as shown. */
  digits: z.number().int().min(0).max(6).default(2),
  /** What bands and ranks go by: the exact total, or the total as shown, where equal published totals are equal. */
  decidedBy: z.enum(['exact', 'shown']).default('exact'),
});

/** A complete rubric, with every default filled in. Points are the rubric's own unit, weights percent. */
export type Rubric = z.infer<typeof rubricSchema>;
/** A rubric as written down: what has a default may be left out. */
export type RubricInput = z.input<typeof rubricSchema>;
