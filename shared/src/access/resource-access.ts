import type { Role } from './roles';
import type { Scope } from './scope';

export const ACTIONS = ['read', 'create', 'update', 'delete'] as const;
export type Action = (typeof ACTIONS)[number];

export type ByRole = Partial<Record<Role, Scope>>;

/**
 * Access to one record type.
 * - a role that is not named may not; a scope says which rows;
 * - `transition`: rows whose state a role may move (the step itself names its roles in `workflow`);
 * - `guarded`: fields only the named roles may read;
 * - `writers`: fields only the named roles may write;
 * - `system`: fields that only the server sets;
 * - `veil`: whose doings its history keeps from those who may not read the field of the type `of`;
 * - `owner`: the relation in which the server puts who creates a record, where nothing else is said;
 * - `export`, `import`: roles that may take lists out and bring them in, where the type has its own rule. Accounts,
 *   the programme, what a round lays out and what the office sets come in by their own ways.
 */
export type ResourceAccess = Record<Action, ByRole> & {
  transition?: ByRole;
  guarded?: Record<string, readonly Role[]>;
  writers?: Record<string, readonly Role[]>;
  system?: readonly string[];
  veil?: { of: string; field: string; roles: readonly Role[] };
  owner?: string;
  export?: readonly Role[];
  import?: readonly Role[];
};
