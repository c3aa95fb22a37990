import type { Actor } from '@jiedui/shared/access';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Model } from '../read/model';
import { takeStep } from '../write/actions';
import { ACCOUNTS, accountKey, type DemoAccount } from './accounts';
import { siteKey, townKey, unitKey } from './registry';

/** Row ids of what the seed has written, by key. */
export type Ids = ReadonlyMap<string, number>;

export function idOf(ids: Ids, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The demonstration has no ${key}`);
  return id;
}

/**
 * The accounts as signed-in people, by username, so that every step of the demonstration is taken by somebody
 * who may take it. Read inside the transaction: nobody else can see them yet.
 */
export async function actorsOf(trx: Knex.Transaction, ids: Ids): Promise<(username: string) => Actor> {
  const rows = await trx('up_users').select('id', 'document_id', 'display_name', 'department_id');
  const byId = new Map(rows.map((row) => [Number(row.id), row]));
  const actors = new Map(
    ACCOUNTS.map((account) => {
      const row = byId.get(idOf(ids, accountKey(account.username)));
      return [account.username, toActor(account, ids, row)];
    }),
  );
  return (username) => {
    const actor = actors.get(username);
    if (!actor) throw new Error(`The demonstration has no account ${username}`);
    return actor;
  };
}

function toActor(
  { username, role, unit, site, town }: DemoAccount,
  ids: Ids,
  row: { id: number; document_id: string; display_name: string; department_id: number | null },
): Actor {
  return {
    id: Number(row.id),
    documentId: row.document_id,
    username,
    displayName: row.display_name,
    role,
    unit: unit ? idOf(ids, unitKey(unit)) : null,
    station: site ? idOf(ids, siteKey(site)) : null,
    town: town ? idOf(ids, townKey(town)) : null,
    department: row.department_id,
  };
}

/** A record's address and revision as they are now. */
export async function addressOf(
  trx: Knex.Transaction,
  { table }: Model,
  id: number,
): Promise<{ documentId: string; rev: number }> {
  const row = await trx(table).where({ id }).first('document_id', 'rev');
  return { documentId: String(row.document_id), rev: Number(row.rev) };
}

/** Takes steps of a record one after another, through the same gates as everybody. */
export async function takeSteps(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { model, id, actor, reason = null }: { model: Model; id: number; actor: Actor; reason?: string | null },
  ...steps: string[]
): Promise<void> {
  for (const step of steps) {
    const { documentId, rev } = await addressOf(trx, model, id);
    await takeStep({ strapi, actor, model }, documentId, rev, step, reason);
  }
}
