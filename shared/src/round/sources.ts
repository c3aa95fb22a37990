import type { Role } from '../access/roles';
import type { SourceCode } from '../rubric/sources';

/** Whose account fills in the one sheet of a unit for a source: its own, or that of its town. */
const PARTY_OF_SOURCE: Partial<Record<SourceCode, Role>> = { self: 'unit', town: 'town' };

/** The role of the account that judges for a party's source; null for a source whose evaluators are chosen. */
export const partyRole = (source: SourceCode): Role | null => PARTY_OF_SOURCE[source] ?? null;

/** The roles that may be given a sheet of a source: an evaluator any, a party its own. */
export function rolesOfSource(source: SourceCode): Role[] {
  const party = partyRole(source);
  return party ? ['evaluator', party] : ['evaluator'];
}

/** An account as a party, and a unit with the towns in which it is paired; any comparable ids. */
export type PartyAccount = { role: Role; unit: number | null; town: number | null };
export type PartyUnit = { unit: number; towns: ReadonlySet<number> };

/**
 * Whether an account is the party that judges a unit for a source. Null where no party judges by this account: the
 * rules of recusal decide then.
 */
export function isPartyOf(source: SourceCode, account: PartyAccount, unit: PartyUnit): boolean | null {
  if (account.role !== partyRole(source)) return null;
  return account.role === 'unit'
    ? account.unit === unit.unit
    : account.town !== null && unit.towns.has(account.town);
}
