import type { Actor } from '../access';
import type { PartyKind } from './obliged';

/** The party that an account is of and answers for, with its row id; null for those who only oversee others. */
export function ownParty(actor: Pick<Actor, 'role' | PartyKind>): { per: PartyKind; id: number } | null {
  const per = OWN[actor.role];
  const id = per ? actor[per] : null;
  return per && id !== null ? { per, id } : null;
}

const OWN: Partial<Record<Actor['role'], PartyKind>> = {
  unit: 'unit',
  station: 'station',
  leadDepartment: 'department',
};
