import type { Actor } from '@jiedui/shared/access';
import type { Core } from '@strapi/strapi';
import { Refusal } from '../guard/errors';
import { modelOf } from '../read/model';
import { storedOf, updateRecord } from './store';
import { writeTransaction } from './transaction';

/** Replaces an account's password (given as its hash); audited like every change. */
export async function setPassword(
  strapi: Core.Strapi,
  actor: Actor,
  account: { documentId: string; rev: number },
  hash: string,
): Promise<void> {
  const model = modelOf('staff');
  await writeTransaction(strapi, async (knex) => {
    const row = await knex(model.table).where({ document_id: account.documentId }).first();
    if (!row) throw new Refusal(404, 'NOT_FOUND');
    if (Number(row.rev) !== account.rev) throw new Refusal(409, 'REV_CONFLICT');
    const note = { actor, action: 'password' } as const;
    await updateRecord(
      knex,
      model,
      storedOf(model, row),
      row,
      { values: {}, columns: { password: hash } },
      note,
    );
  });
}
