import { z } from 'zod';
import { activityRuleSchema, venueKindSchema } from '../activity';
import { daySchema } from '../calendar';
import { cadenceRulesSchema } from './cadence-rule';
import { deadlineSchema } from './deadline';
import { phaseSchema, phasesAreInOrder } from './phase';
import { storyDutiesSchema } from './story-duty';
import { FOCUS_WEEK_READINGS, UNIT_CLASSES } from './vocabulary';

const names = z.array(z.string().min(1));

/** 组织架构 and the two sides of the pairing, in the plan's words. */
export const organizersSchema = z.strictObject({
  guiding: names,
  hosting: names,
  undertaking: names,
  units: z.array(z.strictObject({ unitClass: z.enum(UNIT_CLASSES), text: z.string().min(1) })),
  sites: z.string(),
});

/** A passage of the plan that asks something of everybody. */
export const requirementSchema = z.strictObject({
  section: z.string().min(1),
  title: z.string().min(1),
  text: z.string().min(1),
});

const hasUniqueCodes = (items: readonly { code: string }[]): boolean =>
  new Set(items.map((item) => item.code)).size === items.length;

/** What a programme's record holds: its words, dates and rules. Other fields of the record are left aside. */
export const programmeSchema = z
  .object({
    name: z.string().trim().min(1).max(200),
    sourceNote: z.string(),
    organizers: organizersSchema,
    startsOn: daySchema,
    endsOn: daySchema,
    phases: z.array(phaseSchema).refine(phasesAreInOrder, '各阶段日期应前后衔接、不重叠'),
    deadlines: z.array(deadlineSchema).refine(hasUniqueCodes, '报送事项编码重复'),
    focusWeekReading: z.enum(FOCUS_WEEK_READINGS),
    cadenceRules: cadenceRulesSchema,
    activityRules: z.array(activityRuleSchema).refine(hasUniqueCodes, '活动规则编码重复'),
    venueKinds: z.array(venueKindSchema).refine(hasUniqueCodes, '场地类型编码重复'),
    requirements: z.array(requirementSchema),
    storyDuties: storyDutiesSchema.nullish(),
  })
  .refine((programme) => programme.startsOn <= programme.endsOn, {
    path: ['endsOn'],
    message: '结束日期不得早于开始日期',
  });

export type Programme = z.infer<typeof programmeSchema>;
export type Organizers = z.infer<typeof organizersSchema>;
export type Requirement = z.infer<typeof requirementSchema>;
