import { z } from 'zod';
import type { Role } from '../access';
import { daySchema } from '../calendar';
import { codeSchema, wordsSchema } from './schema-parts';

/** The steps of an activity that rules can hold back, in order: 确认, 公开发布, 开展, 报送. */
export const ACTIVITY_STEPS = ['clear', 'announce', 'hold', 'report'] as const;
export type ActivityStep = (typeof ACTIVITY_STEPS)[number];

/** Who can be asked to supply what is missing. */
export const SUPPLIERS = ['unit', 'station', 'town', 'districtOffice'] as const satisfies readonly Role[];
export type Supplier = (typeof SUPPLIERS)[number];

/** Levels of the public-security organ that approves, low to high. */
export const SECURITY_LEVELS = ['county', 'city'] as const;
export type SecurityLevel = (typeof SECURITY_LEVELS)[number];

const people = z.number().int().nonnegative();

const conditionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  // 以上 includes the number; `below` leaves it out, so that two neighbouring rules never both apply.
  z.strictObject({ kind: z.literal('expectedPeople'), atLeast: people, below: people.optional() }),
  z.strictObject({ kind: z.literal('publicVenue') }),
  z.strictObject({ kind: z.literal('venueKinds'), codes: z.array(codeSchema).min(1) }),
  z.strictObject({ kind: z.literal('notRoutine') }),
  z.strictObject({ kind: z.literal('forMinors') }),
]);

/** Fields of an activity that a rule may ask to be filled in. */
const NAMED_FIELDS = ['firstAidOfficer', 'guides', 'ivolunteerNumber', 'safeguardingPerson'] as const;

const requirementSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('publicSecurityApproval'), level: z.enum(SECURITY_LEVELS) }),
  z.strictObject({ kind: z.literal('urbanManagementApproval') }),
  z.strictObject({ kind: z.literal('field'), field: z.enum(NAMED_FIELDS) }),
  z.strictObject({ kind: z.literal('backdrop') }),
  z.strictObject({ kind: z.literal('reviewedMaterials') }),
  z.strictObject({ kind: z.literal('checklist') }),
  z.strictObject({ kind: z.literal('guardianConsents') }),
]);

/** One rule about an activity, as data that the office can edit. */
export const activityRuleSchema = z.strictObject({
  code: codeSchema,
  words: wordsSchema,
  appliesWhen: conditionSchema,
  requires: requirementSchema,
  blocks: z.enum(ACTIVITY_STEPS),
  /** What to say when it is not met: names the thing and the way out. */
  missing: wordsSchema,
  suppliers: z.array(z.enum(SUPPLIERS)).min(1),
  /**
   * Days before the day of the activity by which it should be there; rules of `report` count from its end.
   */
  leadDays: z.number().int().min(0).max(365),
  /** The first day on which the rule is law: an activity before it is not bound. Left out, it always binds. */
  inForceFrom: daySchema.optional(),
  source: z.strictObject({ document: z.string().min(1), item: z.string().min(1), text: z.string().min(1) }),
});

export type ActivityRule = z.infer<typeof activityRuleSchema>;
export type RuleCondition = ActivityRule['appliesWhen'];
export type RuleRequirement = ActivityRule['requires'];
