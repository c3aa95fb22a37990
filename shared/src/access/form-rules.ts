import { ROLES, type Role } from './roles';

export const FORM_MODES = ['hidden', 'readOnly', 'preset'] as const;
export type FormMode = (typeof FORM_MODES)[number];

/** What the office has decided about a field in the forms of a role. */
export type FormRule = {
  resource: string;
  field: string;
  role: Role;
  mode: FormMode;
  /** What the field of a new record holds when it is left out; undefined for nothing. */
  preset?: unknown;
};

/** The roles whose forms can be ruled: the office could lock itself out. */
export const RULED_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'districtOffice');
/** Types without rules: accounts, and what the office alone works with. */
export const UNRULED: readonly string[] = [
  'staff',
  'word',
  'form-rule',
  'computed-column',
  'saved-view',
  // A rule of the form would decide what only evaluators, units and reviewers may.
  'evaluation',
  'moderation-reply',
  'appeal',
];

const keyOf = (role: Role, resource: string, field: string) => `${role} ${resource} ${field}`;

let rules: ReadonlyMap<string, FormRule> = new Map();

/** Puts the office's rules into force, instead of those before. What may not be ruled stays free. */
export function installFormRules(next: readonly FormRule[]): void {
  const usable = next.filter(
    ({ role, resource }) => RULED_ROLES.includes(role) && !UNRULED.includes(resource),
  );
  rules = new Map(usable.map((rule) => [keyOf(rule.role, rule.resource, rule.field), rule]));
}

export const formRuleOf = (role: Role, resource: string, field: string): FormRule | undefined =>
  rules.get(keyOf(role, resource, field));

/** The rules for a role's forms, of one type or of all. */
export function formRulesOf(role: Role, resource?: string): FormRule[] {
  return [...rules.values()].filter(
    (rule) => rule.role === role && (resource === undefined || rule.resource === resource),
  );
}

/** Whether the office has taken the field out of the role's hands. */
export function isHeldBack(role: Role, resource: string, field: string): boolean {
  const mode = formRuleOf(role, resource, field)?.mode;
  return mode === 'hidden' || mode === 'readOnly';
}
