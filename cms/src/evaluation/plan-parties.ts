import { isPartyOf, partyRole } from '@jiedui/shared/round';
import type { SourceCode } from '@jiedui/shared/rubric';
import type { Knex } from 'knex';

type Party = { id: number; role: 'unit' | 'town'; unit: number | null; town: number | null };
type PlannedUnit = { id: number; name: string };

/** The one account of each unit that judges for a party's source, and the names of units that have none. */
export async function partiesFor<U extends PlannedUnit>(
  trx: Knex.Transaction,
  source: SourceCode,
  units: readonly U[],
): Promise<{ pairs: { evaluator: { id: number }; unit: U }[]; without: string[] }> {
  const accounts = await accountsOf(trx, source);
  const towns = await townsOf(trx);
  const pairs: { evaluator: { id: number }; unit: U }[] = [];
  const without: string[] = [];
  for (const unit of units) {
    const judged = { unit: unit.id, towns: towns.get(unit.id) ?? new Set<number>() };
    const evaluator = accounts.find((account) => isPartyOf(source, account, judged));
    if (evaluator) pairs.push({ evaluator, unit });
    else without.push(unit.name);
  }
  return { pairs, without };
}

/** The accounts of the party's role, the oldest first. */
async function accountsOf(trx: Knex.Transaction, source: SourceCode): Promise<Party[]> {
  const rows = await trx('up_users')
    .where({ staff_role: partyRole(source), blocked: false })
    .orderBy('id')
    .select('id', 'staff_role', 'unit_id', 'town_id');
  return rows.map((row) => ({ id: row.id, role: row.staff_role, unit: row.unit_id, town: row.town_id }));
}

/** The towns of the sites that each unit is paired with. */
export async function townsOf(trx: Knex.Transaction, unitId?: number): Promise<Map<number, Set<number>>> {
  const query = trx('pairings as p')
    .join('stations as s', 's.id', 'p.station_id')
    .whereNotNull('s.town_id')
    .select('p.unit_id', 's.town_id');
  if (unitId !== undefined) query.where('p.unit_id', unitId);
  const towns = new Map<number, Set<number>>();
  for (const row of await query) {
    towns.set(row.unit_id, (towns.get(row.unit_id) ?? new Set()).add(row.town_id));
  }
  return towns;
}
