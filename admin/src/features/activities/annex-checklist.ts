import {
  type ActivityFacts,
  type ActivityRule,
  type ActivityStep,
  type CheckedRule,
  checkRules,
  type GateOptions,
} from '@jiedui/shared/activity';
import { machineOf } from '@jiedui/shared/workflow';

/** A rule with whether there is still time to meet it: the step that it holds back has not been taken. */
export type ShownRule = CheckedRule & { ahead: boolean };

/** Steps whose rules are prepared before the event; answers after it have a place of their own. */
const PREPARED: readonly ActivityStep[] = ['announce', 'report'];

/**
 * Every rule that applies to what is prepared for the activity, met or not, in the order of the steps. Throws
 * RangeError for malformed times.
 */
export function annexChecklist(
  facts: ActivityFacts,
  state: string,
  rules: readonly ActivityRule[],
  options: GateOptions,
): ShownRule[] {
  const asked = rules.filter(({ requires }) => requires.kind !== 'checklist');
  return PREPARED.flatMap((step) =>
    checkRules(facts, asked, step, options).map((rule) => ({ ...rule, ahead: isAhead(step, state) })),
  );
}

/** Whether the step can still be reached from the state. */
function isAhead(step: ActivityStep, state: string): boolean {
  const transitions = Object.values(machineOf('activity')?.transitions ?? {});
  const target = machineOf('activity')?.transitions[step]?.to;
  const seen = new Set([state]);
  // A set takes what is added while it is walked.
  for (const at of seen)
    for (const { from, to } of transitions) if (from.includes(at) && to !== 'returned') seen.add(to);
  seen.delete(state);
  return target !== undefined && seen.has(target);
}
