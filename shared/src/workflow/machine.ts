import type { Role } from '../access/roles';
import type { ErrorCode } from '../text/errors';
import type { Words } from '../text/words';

/**
 * One step of a record's life.
 * - `by`: roles that may take it (row scope comes from the access matrix);
 * - `reason`: a text must be given;
 * - `needs`: fields that must be filled before;
 * - `gate`: name of a check that the caller evaluates (for instance Annex 1) and passes in as `unmet`;
 * - `stamps`: a datetime field set to the server's time;
 * - `returns`: sends the record back to those who wrote it, who are told of it; roles are named where some that
 *   write their own records also take the step for others';
 * - `done`: what was done, where `已` before the label does not say it;
 * - `warning`: what follows that is not easily taken back, asked about before the step is taken.
 */
export type Transition<S extends string = string> = {
  from: readonly S[];
  to: S;
  by: readonly Role[];
  label: Words;
  reason?: boolean;
  needs?: readonly string[];
  gate?:
    | 'clear'
    | 'announce'
    | 'hold'
    | 'report'
    | 'material'
    | 'sheet'
    | 'recusal'
    | 'talk'
    | 'talkChanged'
    | 'talkUnchanged'
    | 'answer'
    | 'rubric'
    | 'round'
    | 'result'
    | 'appeal'
    | 'reviewer'
    | 'unaccepted'
    | 'untold'
    | 'correction'
    | 'filing'
    | 'receiving'
    | 'sitePlan'
    | 'actionPlan'
    | 'storyCleared'
    | 'storyScheduled'
    | 'storyReleased'
    | 'portraitConsent';
  stamps?: string;
  danger?: boolean;
  returns?: boolean | readonly Role[];
  done?: Words;
  warning?: Words;
};

export type Machine<S extends string = string> = {
  states: readonly S[];
  initial: S;
  /** States in which the record's own fields may be edited. */
  editable: readonly S[];
  /** Who edits in such a state, where not everybody does who may write the record. */
  editors?: Partial<Record<S, readonly Role[]>>;
  /** States a record may be brought in with from papers, by an import. */
  entry: readonly S[];
  transitions: Record<string, Transition<S>>;
};

export type Decision =
  | { allowed: true; to: string; transition: Transition }
  | { allowed: false; code: ErrorCode; missing: string[] };

type Attempt = { role: Role; record: Record<string, unknown> & { state: string }; reason?: string | null };

const isEmpty = (value: unknown) => value === null || value === undefined || value === '';

/**
 * Whether a step may be taken now. The same answer enables the console's button and guards the server.
 * Errors: TRANSITION_UNKNOWN, NOT_ALLOWED, TRANSITION_REFUSED, REASON_REQUIRED, GATE_NOT_MET (with the
 * missing fields).
 */
export function decide(machine: Machine, name: string, attempt: Attempt): Decision {
  const transition = Object.hasOwn(machine.transitions, name) ? machine.transitions[name] : undefined;
  if (!transition) return refuse('TRANSITION_UNKNOWN');
  if (!transition.by.includes(attempt.role)) return refuse('NOT_ALLOWED');
  if (!transition.from.includes(attempt.record.state)) return refuse('TRANSITION_REFUSED');
  if (transition.reason && !attempt.reason?.trim()) return refuse('REASON_REQUIRED');
  const missing = (transition.needs ?? []).filter((field) => isEmpty(attempt.record[field]));
  if (missing.length > 0) return refuse('GATE_NOT_MET', missing);
  return { allowed: true, to: transition.to, transition };
}

function refuse(code: ErrorCode, missing: string[] = []): Decision {
  return { allowed: false, code, missing };
}

/** The steps a role could take from a state, in the order of the definition (for buttons). */
export function stepsFrom(machine: Machine, state: string, role: Role): [name: string, step: Transition][] {
  return Object.entries(machine.transitions).filter(
    ([, step]) => step.from.includes(state) && step.by.includes(role),
  );
}

/**
 * Whether the record's own fields may be edited in this state; a type without a machine always may. `role`: by whom;
 * without one, by anybody.
 */
export function isEditable(machine: Machine | undefined, state: unknown, role?: Role): boolean {
  if (!machine) return true;
  const editors = machine.editors?.[String(state)];
  return machine.editable.includes(String(state)) && (!role || !editors || editors.includes(role));
}
