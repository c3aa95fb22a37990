import { addDays, type Day, dayOf, daysBetween } from '../calendar';
import type { Words } from '../text';
import type { ActivityFacts } from './activity-facts';
import type { ActivityRule, ActivityStep, Supplier } from './activity-rule';
import { applies, missingFor } from './requirement';
import { VENUE_KINDS, type VenueKind } from './venue-kinds';

/** A rule that holds a step back. */
export type UnmetRule = {
  rule: string;
  words: Words;
  missing: Words;
  whoCanSupply: Supplier[];
  /** The day by which it should be supplied, planned back from the activity. */
  by: Day;
  /** Days from today to `by`; negative when the day has passed. */
  daysLeft: number;
};

export type GateOptions = { today: Day; venueKinds?: readonly VenueKind[] };

// Announcing also asks what clearing asked, since an edit in between may have taken it away. Reporting asks
// only its own: after the event an approval can no longer be had, and the record of what happened must not be
// lost.
const ASKED_AT: Record<ActivityStep, readonly ActivityStep[]> = {
  clear: ['clear'],
  announce: ['clear', 'announce'],
  report: ['report'],
};

/**
 * The rules that hold the step back, in the order of the rules; empty when the step is free. `venueKinds` is
 * the programme's list (default: the list of Annex 1). Throws RangeError when `startsAt`, `endsAt` or `today`
 * is malformed.
 */
export function gate(
  activity: ActivityFacts,
  rules: readonly ActivityRule[],
  step: ActivityStep,
  { today, venueKinds = VENUE_KINDS }: GateOptions,
): UnmetRule[] {
  return rules
    .filter((rule) => ASKED_AT[step].includes(rule.blocks) && applies(rule.appliesWhen, activity, venueKinds))
    .flatMap((rule) => {
      const missing = missingFor(rule, activity);
      return missing ? [unmet(rule, missing, activity, today)] : [];
    });
}

function unmet(rule: ActivityRule, missing: Words, activity: ActivityFacts, today: Day): UnmetRule {
  const by = dueDay(rule, activity);
  return {
    rule: rule.code,
    words: rule.words,
    missing,
    whoCanSupply: rule.suppliers,
    by,
    daysLeft: daysBetween(today, by),
  };
}

function dueDay(rule: ActivityRule, activity: ActivityFacts): Day {
  return rule.blocks === 'report'
    ? addDays(dayOf(activity.endsAt), rule.leadDays)
    : addDays(dayOf(activity.startsAt), -rule.leadDays);
}
