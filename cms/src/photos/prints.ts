import { ALIKE, difference, type Print, partsOf, printText, readPrint } from '@jiedui/shared/photo';
import type { Knex } from 'knex';
import { amongIds } from '../read/reader';
import { insertMany } from '../write/insert-many';

/** A photo that is kept, with what its print says of it. */
export type KeptPhoto = { fileId: number; document: string; activity: number };

/** An earlier photo that looks like a new one, and in how many bits they differ. */
export type Likeness = KeptPhoto & { difference: number };

/** Photos that are compared bit by bit at most, those with the most parts in common: a grey wall is like many others. */
const MOST_COMPARED = 500;

/**
 * The kept photos that look like one of the prints, the likest first. They are found by equal parts in an index,
 * whatever the number of photos.
 */
export async function findAlike(trx: Knex, copies: readonly Print[]): Promise<Likeness[]> {
  const among = amongIds('part', [...new Set<number>(copies.flatMap((copy) => partsOf(copy)))]);
  const shared = trx('photo_parts')
    .whereRaw(among.text, among.params)
    .groupBy('file_id')
    .select('file_id')
    .orderByRaw('COUNT(*) DESC')
    .limit(MOST_COMPARED);
  const rows = await trx('photo_prints').whereIn('file_id', shared).select('*');
  return rows
    .map((row) => ({
      fileId: Number(row.file_id),
      document: String(row.document_id),
      activity: Number(row.activity_id),
      difference: nearest(copies, readPrint(String(row.print))),
    }))
    .filter((found) => found.difference <= ALIKE)
    .sort((a, b) => a.difference - b.difference || a.fileId - b.fileId);
}

function nearest(copies: readonly Print[], print: Print | null): number {
  if (!print) return Number.POSITIVE_INFINITY;
  return copies.reduce((least, copy) => Math.min(least, difference(copy, print)), Number.POSITIVE_INFINITY);
}

/** Keeps a photo's print, by which later ones are compared with it. */
export async function keepPrint(trx: Knex.Transaction, photo: KeptPhoto, print: Print): Promise<void> {
  const { fileId, document, activity } = photo;
  const row = { file_id: fileId, document_id: document, activity_id: activity, print: printText(print) };
  await trx('photo_prints').insert(row);
  const parts = partsOf(print).map((part) => ({ part, file_id: fileId }));
  await insertMany(trx, 'photo_parts', parts, 'file_id');
}

/** Lets the prints of files go that are taken away. */
export async function forgetPrints(trx: Knex, documents: readonly string[]): Promise<void> {
  if (documents.length === 0) return;
  const gone = () => trx('photo_prints').whereIn('document_id', documents);
  await trx('photo_parts').whereIn('file_id', gone().select('file_id')).delete();
  await gone().delete();
}
