import { activity, activityMaterial, photoFlag } from './areas/activity';
import { appeal, evaluation, round, rubric } from './areas/evaluation';
import { materialSubmission, report } from './areas/filing';
import { hourReview } from './areas/hours';
import { moderation, moderationReply } from './areas/moderation';
import { actionPlan, liaisonContent, sitePlan } from './areas/plan';
import { project } from './areas/programme';
import { apiConsumer, mediaPlacement, portraitConsent, story, webhook } from './areas/story';
import type { Machine } from './machine';

/** Every state machine of the product, by record type. A type that is not here has no states. */
export const MACHINES = {
  activity,
  'activity-material': activityMaterial,
  project,
  rubric,
  round,
  evaluation,
  appeal,
  moderation,
  'moderation-reply': moderationReply,
  story,
  'portrait-consent': portraitConsent,
  'media-placement': mediaPlacement,
  'api-consumer': apiConsumer,
  webhook,
  report,
  'material-submission': materialSubmission,
  'hour-review': hourReview,
  'site-plan': sitePlan,
  'action-plan': actionPlan,
  'liaison-content': liaisonContent,
  'photo-flag': photoFlag,
} as const;

/** The machine of a record type, or undefined for a type without states. */
export function machineOf(resource: string): Machine | undefined {
  return Object.hasOwn(MACHINES, resource) ? MACHINES[resource as keyof typeof MACHINES] : undefined;
}
