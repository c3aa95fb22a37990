import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { takePositions } from './position';

/** Begins a new history at the place that has been reached. */
export async function beginEpoch(strapi: Core.Strapi): Promise<void> {
  const name = randomBytes(9).toString('base64url');
  await (strapi.db.connection as Knex).transaction(async (trx) => {
    const position = (await takePositions(trx, 0)) - 1;
    await trx('released_epochs').insert({ name, position });
    await trx('released_head').where({ id: 1 }).update({ epoch: name });
  });
}
