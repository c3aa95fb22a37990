import type { Actor } from '@jiedui/shared/access';
import type { FieldError } from '@jiedui/shared/model';
import type { Knex } from 'knex';
import type { AuditActor, AuditEntry } from '../audit/entry';
import { computedColumnHooks } from '../settings/computed-columns';
import { formRuleHooks } from '../settings/form-rules';
import { savedViewHooks } from '../settings/saved-views';
import { wordHooks } from '../settings/words';
import { activityHooks } from './activity-hooks';
import { consentHooks, materialHooks } from './activity-part-hooks';
import { appealHooks } from './appeal-hooks';
import { assignmentHooks } from './assignment-hooks';
import { attendanceHooks } from './attendance-hooks';
import type { Values } from './column-values';
import { entryHooks, mappingHooks } from './entry-hooks';
import { evaluationHooks } from './evaluation-hooks';
import { exceptionHooks } from './exception-hooks';
import { filingHooks } from './filing-hooks';
import { metricEntryHooks } from './metric-entry-hooks';
import { moderationHooks, moderationReplyHooks } from './moderation-hooks';
import { renames, storyColumnHooks } from './named-hooks';
import { offerHooks } from './offer-hooks';
import { pairingHooks, stationHooks, unitHooks } from './party-hooks';
import { placementHooks } from './placement-hooks';
import { actionPlanHooks, liaisonHooks, planItemHooks, scheduleItemHooks, sitePlanHooks } from './plan-hooks';
import { programmeHooks } from './programme-hooks';
import { recusalHooks } from './recusal-hooks';
import { filingRequirementHooks, reportRequirementHooks } from './requirement-hooks';
import { roundHooks } from './round-hooks';
import { staffHooks } from './staff-hooks';
import { storyHooks } from './story-hooks';
import { portraitConsentHooks, storyCommentHooks, storyPhotoHooks } from './story-part-hooks';
import { volunteerHooks } from './volunteer-hooks';
import { webhookHooks } from './webhook-hooks';

/** What the log says of a write: by whom it is, and by which step where it is one. */
export type Written = Pick<AuditEntry, 'actor' | 'action' | 'transition'>;

/** Who writes, and which row; null for a new one. */
export type Writer = { actor: Actor; id: number | null };

/**
 * What a record type adds to the one way of writing.
 * - `foresee` finds what is wrong with the input by asking outside, before anything is locked;
 * - `complete` fills fields that follow from others, for many rows by a fixed number of queries; of one row that is
 *   changed it is given what it was before, and which row it is;
 * - `check` finds what is wrong between fields, with the record as it was before (null for a new one);
 * - `admit` refuses files while the record may not be written for other reasons than its state;
 * - `extraColumns` and `inserted`/`updated`/`deleted` keep what hangs on the row beside it;
 * - `owns` names the records that are nothing without it and go with it, by the relation that points here.
 */
export type Hooks = {
  complete?: (trx: Knex.Transaction, rows: Values[], before?: Values, id?: number) => Promise<void>;
  foresee?: (input: Values) => Promise<FieldError[]>;
  check?: (
    trx: Knex.Transaction,
    values: Values,
    before: Values | null,
    who: Writer,
  ) => FieldError[] | Promise<FieldError[]>;
  admit?: (trx: Knex.Transaction, values: Values, id: number) => Promise<void>;
  extraColumns?: (values: Values) => Record<string, unknown>;
  inserted?: (trx: Knex.Transaction, rows: { id: number; values: Values }[], by: AuditActor) => Promise<void>;
  updated?: (
    trx: Knex.Transaction,
    row: { id: number; values: Values },
    before: Values,
    written: Written,
  ) => Promise<void>;
  deleted?: (trx: Knex.Transaction, before: Values, written: Written, id: number) => void | Promise<void>;
  owns?: Readonly<Record<string, string>>;
};

const HOOKS: Record<string, Hooks> = {
  activity: activityHooks,
  'activity-material': materialHooks,
  'guardian-consent': consentHooks,
  assignment: assignmentHooks,
  volunteer: volunteerHooks,
  attendance: attendanceHooks,
  'ivolunteer-mapping': mappingHooks,
  'ivolunteer-entry': entryHooks,
  round: roundHooks,
  recusal: recusalHooks,
  'metric-entry': metricEntryHooks,
  evaluation: evaluationHooks,
  appeal: appealHooks,
  moderation: moderationHooks,
  'moderation-reply': moderationReplyHooks,
  pairing: pairingHooks,
  unit: unitHooks,
  category: renames('category'),
  'story-column': storyColumnHooks,
  station: stationHooks,
  programme: programmeHooks,
  'cadence-exception': exceptionHooks,
  staff: staffHooks,
  'report-requirement': reportRequirementHooks,
  'filing-requirement': filingRequirementHooks,
  report: filingHooks('report'),
  'material-submission': filingHooks('material-submission'),
  'site-plan': sitePlanHooks,
  'plan-item': planItemHooks,
  'schedule-item': scheduleItemHooks,
  'site-offer': offerHooks,
  'action-plan': actionPlanHooks,
  'liaison-content': liaisonHooks,
  word: wordHooks,
  'saved-view': savedViewHooks,
  'form-rule': formRuleHooks,
  'computed-column': computedColumnHooks,
  story: storyHooks,
  'story-photo': storyPhotoHooks,
  'story-comment': storyCommentHooks,
  'portrait-consent': portraitConsentHooks,
  'media-placement': placementHooks,
  webhook: webhookHooks,
};

export function hooksOf(resource: string): Hooks {
  return HOOKS[resource] ?? {};
}
