import {
  type ActivityFacts,
  type ActivityRule,
  type ActivityStep,
  DEFAULT_RULES,
  gate,
} from '@jiedui/shared/activity';
import { dayOf } from '@jiedui/shared/calendar';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import type { Knex } from 'knex';
import { clock } from '../clock';
import type { StepContext } from '../guard/steps';
import { type Kept, keptFor } from './kept';

/** What the programme's activity rules still ask for before a step, each with who can supply it and by when. */
export async function activityGate(step: StepContext, name: ActivityStep): Promise<FieldError[]> {
  const facts = await factsOf(step);
  const { rules, venueKinds } = await programmeRules(step.trx);
  return gate(facts, rules, name, { today: dayOf(clock().now()), venueKinds }).map(({ rule, missing }) =>
    fieldError([rule], 'GATE_NOT_MET', missing),
  );
}

async function factsOf({ trx, stored, model }: StepContext): Promise<ActivityFacts> {
  const files = await trx('files_related_mph')
    .where({ related_id: stored.id, related_type: model.uid })
    .whereIn('field', [...APPROVALS])
    .select('field');
  const kept = await keptFor(trx, [stored.id]);
  return factsFrom(stored.values, (field) => files.some((file) => file.field === field), kept(stored.id));
}

/** The files that the rules ask for. */
export const APPROVALS = ['publicSecurityApproval', 'urbanManagementApproval'] as const;

/** What the rules need to know: a record's values, whether it has a file, and what is kept beside it. */
export function factsFrom(
  values: object,
  has: (field: (typeof APPROVALS)[number]) => boolean,
  kept: Kept,
): ActivityFacts {
  const {
    startsAt,
    endsAt,
    expectedPeople,
    venueKind,
    routine,
    firstAidOfficer,
    guides,
    forMinors,
    safeguardingPerson,
    minorsSignedUp,
    ivolunteerNumber,
    materialsReviewed,
    publicSecurityLevel,
    checklist,
  } = values as Partial<ActivityFacts>;
  return {
    startsAt: String(startsAt),
    endsAt: String(endsAt),
    expectedPeople: expectedPeople ?? 0,
    venueKind: venueKind ?? '',
    routine: routine ?? false,
    firstAidOfficer,
    guides,
    forMinors: forMinors ?? false,
    safeguardingPerson,
    minorsSignedUp,
    ivolunteerNumber,
    materialsReviewed: materialsReviewed ?? false,
    checklist: checklist ?? null,
    hasPublicSecurityApproval: has('publicSecurityApproval'),
    publicSecurityLevel,
    hasUrbanManagementApproval: has('urbanManagementApproval'),
    ...kept,
  };
}

/** The rules of the programme in force; those that come with the product where no programme says otherwise. */
export async function programmeRules(trx: Knex) {
  const row = await trx('programmes').where({ active: true }).first('activity_rules', 'venue_kinds');
  const parsed = <T>(value: unknown): T | undefined =>
    (typeof value === 'string' ? JSON.parse(value) : value) ?? undefined;
  return {
    rules: parsed<ActivityRule[]>(row?.activity_rules) ?? DEFAULT_RULES,
    venueKinds: parsed<Parameters<typeof gate>[3]['venueKinds']>(row?.venue_kinds),
  };
}
