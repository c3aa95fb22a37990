import type { Actor } from '@jiedui/shared/access';
import type { Knex } from 'knex';
import type { LoggedFile } from '../files/fingerprint';
import { unlinkAll } from '../files/links';
import { type Model, modelOf } from '../read/model';
import { hooksOf } from './hooks';
import { deleteRecord, type Stored, storedWhole } from './store';

/** More than this hang on no record; where they do, the rest keeps it from going. */
const MOST = 500;

/** Removes what is nothing without the record, each with its own entry in the log; gives the files that are left over. */
export async function removeOwned(
  trx: Knex.Transaction,
  model: Model,
  { id }: Pick<Stored, 'id'>,
  actor: Actor,
): Promise<LoggedFile[]> {
  const left: LoggedFile[] = [];
  for (const [resource, relation] of Object.entries(hooksOf(model.resource).owns ?? {})) {
    const part = modelOf(resource);
    const column = part.relations.get(relation)?.column ?? '';
    const rows = await trx(part.table)
      .where({ [column]: id })
      .orderBy('id')
      .limit(MOST);
    for (const row of rows) {
      const stored = await storedWhole(trx, part, row);
      left.push(...(await removeOwned(trx, part, stored, actor)));
      const unlinked = await unlinkAll(trx, part, stored.id);
      const changes = Object.fromEntries(
        Object.entries(unlinked).map(([field, gone]): [string, [unknown, null]] => [field, [gone, null]]),
      );
      await deleteRecord(trx, part, stored, { actor, action: 'delete', reason: null, changes });
      left.push(...Object.values(unlinked).flat());
    }
  }
  return left;
}
