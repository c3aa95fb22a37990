import type { Words } from '../text';

/**
 * What a change of the model does: adds, only shows otherwise, gives or takes rights, tightens a rule so that
 * records may no longer fit, destroys data, or is not possible.
 */
export const PLAN_KINDS = ['additive', 'presentation', 'access', 'check', 'destructive', 'refused'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export type PlanSubject = { resource: string; field?: string; component?: string; option?: string };

/** A rule that records may no longer fit. */
export type TightenedRule =
  | { rule: 'required' | 'unique' | 'single' }
  | { rule: 'min' | 'max' | 'minLength' | 'maxLength'; bound: number };

/** What must be counted to say how much a change concerns; `uid` is that of a type or a component. */
export type Measure = { uid: string } & (
  | { of: 'records' }
  | { of: 'values'; field: string }
  | { of: 'option'; field: string; option: string }
  | { of: 'part'; field: string; component: string }
  | ({ of: 'misfits'; field: string } & TightenedRule)
);

export type PlanEntry = {
  kind: PlanKind;
  /** Stable, for whoever tells entries apart. */
  code: string;
  subject: PlanSubject;
  /** A whole sentence. */
  words: Words;
  /** What must be typed in before it may happen; null for nothing. */
  confirm: string | null;
  measure: Measure | null;
  /** How many records it concerns; null while not counted, and where there is nothing to count. */
  count: number | null;
};

export type ModelPlan = { entries: PlanEntry[] };

/** An entry; what is not said of it is nothing. */
export function entry(
  kind: PlanKind,
  code: string,
  subject: PlanSubject,
  words: Words,
  more: Partial<Pick<PlanEntry, 'confirm' | 'measure'>> = {},
): PlanEntry {
  return { kind, code, subject, words, confirm: null, measure: null, count: null, ...more };
}
