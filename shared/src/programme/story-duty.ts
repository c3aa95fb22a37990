import { z } from 'zod';
import { codeSchema, wordsSchema } from '../activity';
import { daySchema } from '../calendar';
import { type Period, UNIT_CLASSES } from './vocabulary';

/** What of a story counts: that it was sent in, or that it came out. */
export const STORY_EVIDENCE = ['submitted', 'published'] as const;
export type StoryEvidence = (typeof STORY_EVIDENCE)[number];

/** Over which stretch stories are counted; `once` is the whole of the rule's dates. */
export const STORY_PERIODS = ['month', 'quarter', 'once'] as const satisfies readonly Period[];

/** "How many stories a unit owes in which period", as data that the office can edit. */
export const storyDutySchema = z
  .strictObject({
    code: codeSchema,
    words: wordsSchema,
    unitClasses: z.array(z.enum(UNIT_CLASSES)).min(1),
    counts: z.enum(STORY_EVIDENCE),
    period: z.enum(STORY_PERIODS),
    minimum: z.number().int().min(1).max(100),
    from: daySchema,
    to: daySchema,
    source: z.string().max(500),
  })
  .refine((rule) => rule.from <= rule.to, { path: ['to'], message: '截止日期不得早于开始日期' });

/** The story duties of a programme, each code once. */
export const storyDutiesSchema = z
  .array(storyDutySchema)
  .max(20)
  .refine((rules) => new Set(rules.map(({ code }) => code)).size === rules.length, {
    message: '稿件任务编码重复',
  });

export type StoryDuty = z.infer<typeof storyDutySchema>;

const OURS = '系统约定:方案要求广泛宣传,未写明篇数';
const DATES = { from: '2022-07-01', to: '2023-02-28' } as const;

/** What is asked where the office has set nothing else. Ours: the plan wants wide publicity and names no number. */
export const DEFAULT_STORY_DUTIES: readonly StoryDuty[] = [
  {
    code: 'story.units',
    words: {
      zh: '包联单位、重点单位每季度投稿至少1篇',
      en: 'Liaison and key units: at least one story sent in each quarter',
    },
    unitClasses: ['liaison', 'key'],
    counts: 'submitted',
    period: 'quarter',
    minimum: 1,
    ...DATES,
    source: OURS,
  },
  {
    code: 'story.schools',
    words: { zh: '学校全程投稿至少1篇', en: 'Schools: at least one story sent in' },
    unitClasses: ['school'],
    counts: 'submitted',
    period: 'once',
    minimum: 1,
    ...DATES,
    source: OURS,
  },
];
