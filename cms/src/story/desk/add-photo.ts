import type { Knex } from 'knex';
import type { AuditActor } from '../../audit/entry';
import type { CopiedFile } from '../../files/copy-files';
import { LINKS } from '../../files/links';
import { modelOf } from '../../read/model';
import type { Values } from '../../write/column-values';
import { insertRecords } from '../../write/store';

/** Adds a picture to a story with a file that no record holds yet. */
export async function addPhoto(
  trx: Knex.Transaction,
  actor: AuditActor,
  story: number,
  { id, logged }: CopiedFile,
  values: Values = {},
): Promise<void> {
  const model = modelOf('story-photo');
  const changes: Record<string, [unknown, unknown]> = { file: [[], [logged]] };
  const [photo] = await insertRecords(trx, model, [{ values: { ...values, story } }], {
    actor,
    action: 'create',
    changes,
  });
  const place = { related_id: photo?.id, related_type: model.uid, field: 'file', order: 1 };
  await trx(LINKS).insert({ file_id: id, ...place });
}
