import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { forgetPrints } from '../photos/prints';
import type { Model } from '../read/model';
import type { LoggedFile } from './fingerprint';
import type { FilePlace } from './place';

/** The table in which Strapi says which files belong to which field of which record. */
export const LINKS = 'files_related_mph';

/** The files in a media field, in their order. */
export async function linkedFiles(trx: Knex, { uid, id, field }: FilePlace): Promise<LoggedFile[]> {
  const rows = await trx(`${LINKS} as l`)
    .join('files as f', 'f.id', 'l.file_id')
    .where({ 'l.related_id': id, 'l.related_type': uid, 'l.field': field })
    .orderBy('l.order')
    .select('f.document_id', 'f.name');
  return rows.map((row) => ({ file: String(row.document_id), name: String(row.name) }));
}

/** Takes all files away from a record that is going; gives them by field. */
export async function unlinkAll(trx: Knex, model: Model, id: number): Promise<Record<string, LoggedFile[]>> {
  const found: Record<string, LoggedFile[]> = {};
  for (const [field, { multiple }] of model.media) {
    const files = await linkedFiles(trx, { uid: model.uid, id, field, single: !multiple });
    if (files.length > 0) found[field] = files;
  }
  await trx(LINKS).where({ related_id: id, related_type: model.uid }).delete();
  const addresses = Object.values(found).flat();
  await forgetPrints(
    trx,
    addresses.map(({ file }) => file),
  );
  return found;
}

const orphans = new WeakMap<object, string[]>();

/** Takes the files away from components that are going; they are removed once the transaction has been committed. */
export async function orphanFiles(trx: Knex, uid: string, id: number): Promise<void> {
  const mine = () => trx(LINKS).where({ related_id: id, related_type: uid });
  const rows = await trx('files').whereIn('id', mine().select('file_id')).select('document_id');
  await mine().delete();
  const gone = rows.map((row) => String(row.document_id));
  orphans.set(trx, [...(orphans.get(trx) ?? []), ...gone]);
}

/** The files that a transaction has left without an owner. */
export const orphansOf = (trx: Knex): string[] => orphans.get(trx) ?? [];

type UploadService = { remove(file: object): Promise<void> };

/** Removes a file that no record shows any more, with its thumbnail. */
export async function removeStored(strapi: Core.Strapi, documentId: string): Promise<void> {
  const file = await strapi.db.query('plugin::upload.file').findOne({ where: { documentId } });
  if (file) await (strapi.plugin('upload').service('upload') as unknown as UploadService).remove(file);
}
