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

/** A rule that applies, with what is missing for it: null when it is met. */
export type CheckedRule = Omit<UnmetRule, 'missing'> & { missing: Words | null; source: string };

export type GateOptions = { today: Day; venueKinds?: readonly VenueKind[] };

// Announcing also asks what clearing asked, since an edit in between may have taken it away. Reporting asks
// only its own: after the event an approval can no longer be had, and the record of what happened must not be
// lost. So does holding: it is recorded when the activity is over.
const ASKED_AT: Record<ActivityStep, readonly ActivityStep[]> = {
  clear: ['clear'],
  announce: ['clear', 'announce'],
  hold: ['hold'],
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
  options: GateOptions,
): UnmetRule[] {
  return checkRules(activity, rules, step, options).flatMap(({ source: _, missing, ...rule }) =>
    missing ? [{ ...rule, missing }] : [],
  );
}

/**
 * Every rule that applies to the step and is in force on the day of the activity, met or not, in the order of the
 * rules. Options and errors as for `gate`.
 */
export function checkRules(
  activity: ActivityFacts,
  rules: readonly ActivityRule[],
  step: ActivityStep,
  { today, venueKinds = VENUE_KINDS }: GateOptions,
): CheckedRule[] {
  const day = dayOf(activity.startsAt);
  return rules
    .filter(
      ({ blocks, appliesWhen, inForceFrom }) =>
        ASKED_AT[step].includes(blocks) &&
        (inForceFrom === undefined || inForceFrom <= day) &&
        applies(appliesWhen, activity, venueKinds),
    )
    .map((rule) => checked(rule, activity, today));
}

function checked(rule: ActivityRule, activity: ActivityFacts, today: Day): CheckedRule {
  const by = dueDay(rule, activity);
  return {
    rule: rule.code,
    words: rule.words,
    source: `${rule.source.document} ${rule.source.item}:${rule.source.text}`,
    missing: missingFor(rule, activity),
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
