import { z } from 'zod';
import { readRubric } from './check-shape';
import { EVIDENCE_KINDS } from './evidence';
import { DEFAULT_BANDS } from './policy';
import { SOURCE_CODES } from './sources';

/** A number that is not filled in yet is left out; so is a text that may be left out. */
const figure = z.number().optional();
const text = z.string().default('');
const note = z.string().optional();
/** Where leaving out means the usual value, an emptied field has to be told from it: it is null, and a finding. */
const emptied = (usual: number) => z.number().nullable().default(usual);
const words = z.object({ zh: text, en: text });

const stepDraft = z.object({ at: figure, points: figure });
const bandDraft = z.object({
  code: text,
  label: words,
  min: figure,
  quota: z.union([z.object({ count: z.number() }), z.object({ share: z.number() })]).optional(),
});

const itemDraft = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('points') }),
  z.object({
    kind: z.literal('deduct'),
    from: z.enum(['item', 'dimension', 'total']).default('item'),
    rule: z.discriminatedUnion('mode', [
      z.object({ mode: z.literal('judged'), min: figure, max: figure }),
      z.object({ mode: z.literal('perMissing'), each: figure }),
    ]),
  }),
  z.object({
    kind: z.literal('level'),
    countBy: z.enum(['violations', 'met']).optional(),
    levels: z.array(z.object({ code: text, label: note, percent: figure, count: figure })),
  }),
  z.object({ kind: z.literal('ratio'), numerator: note, denominator: note, steps: z.array(stepDraft) }),
  z.object({
    kind: z.literal('metric'),
    metric: text,
    rule: z.discriminatedUnion('mode', [
      z.object({
        mode: z.literal('steps'),
        direction: z.enum(['atLeast', 'atMost']).default('atLeast'),
        steps: z.array(stepDraft),
      }),
      z.object({ mode: z.literal('linear'), zeroAt: figure, fullAt: figure }),
    ]),
  }),
  z.object({
    kind: z.literal('bonus'),
    options: z.array(z.object({ code: text, label: note, points: figure })),
  }),
  z.object({ kind: z.literal('veto'), effect: z.enum(['zero', 'band']).default('band'), band: note }),
]);

const indicatorDraft = z.object({
  code: text,
  name: text,
  maxPoints: figure,
  item: itemDraft,
  standard: note,
  dataSource: note,
  sources: z.array(z.enum(SOURCE_CODES)).optional(),
  evidence: z
    .object({ kinds: z.array(z.enum(EVIDENCE_KINDS)), categories: z.array(z.string()).optional() })
    .optional(),
});

const dimensionDraft = z.object({
  code: text,
  name: text,
  base: figure,
  indicators: z.array(indicatorDraft),
});

const rubricDraft = z.object({
  name: text,
  description: text,
  example: z.boolean().default(false),
  dimensions: z.array(dimensionDraft),
  sources: z
    .array(z.object({ code: z.enum(SOURCE_CODES), weight: figure }))
    .default([{ code: 'district', weight: 100 }]),
  aggregation: z
    .discriminatedUnion('policy', [
      z.object({ policy: z.literal('mean') }),
      z.object({ policy: z.literal('dropHighLow'), from: emptied(5) }),
      z.object({ policy: z.literal('trimmed'), proportion: figure }),
    ])
    .default({ policy: 'dropHighLow', from: 5 }),
  officialScore: z.literal('raw').default('raw'),
  minRaters: emptied(3),
  missingSource: z.enum(['reweight', 'noTotal']).default('reweight'),
  bonusCap: emptied(10),
  penaltyCap: figure,
  cap: figure,
  bands: z.array(bandDraft).default(DEFAULT_BANDS),
  bandsByClass: z.record(z.string(), z.array(bandDraft)).default({}),
  tieBreaks: z.array(z.string()).default(['composite', 'rawMean']),
  digits: emptied(2),
  decidedBy: z.enum(['exact', 'shown']).default('exact'),
});

/** A rubric while it is written: of its structure, with texts and numbers that may be open or out of range. */
export type RubricDraft = z.infer<typeof rubricDraft>;
export type DimensionDraft = RubricDraft['dimensions'][number];
export type IndicatorDraft = DimensionDraft['indicators'][number];
export type ItemDraft = IndicatorDraft['item'];
export type BandDraft = RubricDraft['bands'][number];

/** The draft that a stored definition is; null where it is none, as it was not written as a rubric at all. */
export function readRubricDraft(value: unknown): RubricDraft | null {
  const read = readRubric(value);
  if ('rubric' in read) return read.rubric;
  const parsed = rubricDraft.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** The draft as it is stored and checked: what is open is left out. */
export function draftDefinition(draft: RubricDraft): Record<string, unknown> {
  return JSON.parse(JSON.stringify(draft)) as Record<string, unknown>;
}
