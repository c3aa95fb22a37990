import { z } from 'zod';
import type { ActivityFacts } from './activity-facts';
import type { ActivityRule } from './activity-rule';
import { applies } from './requirement';
import { codeSchema } from './schema-parts';
import { VENUE_KINDS, type VenueKind } from './venue-kinds';

/** Answers to the questions after the event, by the code of their rule: whether it was so. */
export type Checklist = Readonly<Record<string, boolean>>;

/** More answers than any programme has questions. */
const MOST_ANSWERS = 100;

const checklistSchema = z
  .record(codeSchema, z.boolean())
  .refine((answers) => Object.keys(answers).length <= MOST_ANSWERS);

/** Whether a value is a checklist: codes with yes or no. Codes that no rule has any more are let be. */
export const isChecklist = (value: unknown): value is Checklist => checklistSchema.safeParse(value).success;

/** The rules of the programme that ask something after such an activity, in their order. */
export const questionsAfter = (
  activity: ActivityFacts,
  rules: readonly ActivityRule[],
  venueKinds: readonly VenueKind[] = VENUE_KINDS,
): ActivityRule[] =>
  rules.filter(
    (rule) => rule.requires.kind === 'checklist' && applies(rule.appliesWhen, activity, venueKinds),
  );
