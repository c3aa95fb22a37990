import { type Actor, type Role, scopeOf } from '@jiedui/shared/access';
import type { Knex } from 'knex';
import type { Model } from '../read/model';
import { scopeSql } from '../read/scope-sql';

// Stand for what an account belongs to, until the statement names the account's own columns.
const MARKS = { id: -1, unit: -2, station: -3, town: -4, department: -5 };
const COLUMNS: Record<number, string> = {
  [MARKS.id]: 'a.id',
  [MARKS.unit]: 'a.unit_id',
  [MARKS.station]: 'a.station_id',
  [MARKS.town]: 'a.town_id',
  [MARKS.department]: 'a.department_id',
};

/** The accounts of a role that may change the record, found by the matrix's own scope in one statement. */
export async function accountsWhoWrite(
  trx: Knex,
  model: Model,
  role: Role,
  recordId: number,
): Promise<number[]> {
  const anyone: Actor = { ...MARKS, role, documentId: '', username: '', displayName: '' };
  const scope = scopeSql(model, scopeOf(role, 'update', model.resource), anyone, 't');
  const accounts = trx('up_users as a').where({ 'a.staff_role': role, 'a.blocked': false });
  if (scope) {
    const { text, params } = named(scope.text, scope.params);
    accounts.whereRaw(`EXISTS (SELECT 1 FROM "${model.table}" t WHERE t.id = ? AND ${text})`, [
      recordId,
      ...params,
    ]);
  }
  return (await accounts.orderBy('a.id').select('a.id')).map(({ id }) => Number(id));
}

function named(text: string, params: readonly (string | number | null)[]) {
  const [first = '', ...rest] = text.split('?');
  const columns = params.map((param) => (typeof param === 'number' ? COLUMNS[param] : undefined));
  return {
    text: rest.reduce((sql, part, at) => `${sql}${columns[at] ?? '?'}${part}`, first),
    params: params.filter((_, at) => columns[at] === undefined),
  };
}
