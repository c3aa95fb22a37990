import type { Knex } from 'knex';

// SQLite has one writer at a time: there is nothing to lock.
const locksRows = (trx: Knex.Transaction) => trx.client.config.client === 'pg';

/**
 * Keeps the rows that a query finds from everybody else who would change them or relies on them, until the commit.
 * Not their keys: rows that point at them may still come.
 */
export function lockToChange<Q extends Knex.QueryBuilder>(trx: Knex.Transaction, query: Q): Q {
  if (locksRows(trx)) query.forNoKeyUpdate();
  return query;
}

/** Keeps the rows that a query finds as they are until the commit; others may rely on them at the same time. */
export function lockToRely<Q extends Knex.QueryBuilder>(trx: Knex.Transaction, query: Q): Q {
  if (locksRows(trx)) query.forShare();
  return query;
}
