import { type ActivityFacts, type ActivityRule, gate, type VenueKind } from '@jiedui/shared/activity';
import type { Words } from '@jiedui/shared/text';

export type CheckedRule = {
  code: string;
  words: Words;
  source: string;
  /** What to do, null when the rule is met. */
  missing: Words | null;
  by: string;
};

/** An activity for which nothing has been supplied: what it is asked for is everything that applies. */
const NOTHING_SUPPLIED = {
  firstAidOfficer: null,
  ivolunteerNumber: null,
  hasPublicSecurityApproval: false,
  hasUrbanManagementApproval: false,
  materialsReviewed: false,
} satisfies Partial<ActivityFacts>;

/** Every rule that applies before the activity is announced, met or not. Throws RangeError for malformed times. */
export function annexChecklist(
  facts: ActivityFacts,
  rules: readonly ActivityRule[],
  options: { today: string; venueKinds: readonly VenueKind[] },
): CheckedRule[] {
  const unmet = new Map(gate(facts, rules, 'announce', options).map((rule) => [rule.rule, rule]));
  return gate({ ...facts, ...NOTHING_SUPPLIED }, rules, 'announce', options).map((rule) => ({
    code: rule.rule,
    words: rule.words,
    source: rules.find((item) => item.code === rule.rule)?.source.text ?? '',
    missing: unmet.get(rule.rule)?.missing ?? null,
    by: rule.by,
  }));
}
