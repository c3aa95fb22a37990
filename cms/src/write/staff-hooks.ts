import type { Knex } from 'knex';
import type { Hooks } from './hooks';

/**
 * An account's `role` is a column of ours, sealed with the rest of its state; Strapi's link between user and
 * role follows it, so that its own permission check agrees with the matrix.
 */
export const staffHooks: Hooks = {
  extraColumns: (values) => ({
    email: `${String(values.username).toLowerCase()}@accounts.invalid`,
    provider: 'local',
    confirmed: true,
  }),
  async inserted(trx, rows) {
    for (const row of rows) await linkRole(trx, row.id, String(row.values.role));
  },
  async updated(trx, row) {
    await trx('up_users_role_lnk').where({ user_id: row.id }).delete();
    await linkRole(trx, row.id, String(row.values.role));
  },
};

async function linkRole(trx: Knex.Transaction, userId: number, role: string): Promise<void> {
  const found = await trx('up_roles').where({ type: role }).first('id');
  if (found) await trx('up_users_role_lnk').insert({ user_id: userId, role_id: found.id });
}
