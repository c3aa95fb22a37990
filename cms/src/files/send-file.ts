import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Actor, mayReadField } from '@jiedui/shared/access';
import type { Context } from 'koa';
import { readEnvironment } from '../environment';
import { Refusal } from '../guard/errors';
import { isHeldAgainst } from '../photos/held-against';
import { findRecord } from '../read/list';
import { reader } from '../read/reader';
import { storedFile, thumbnailOf } from './fingerprint';
import { type FileOwner, fileOwner } from './place';

/** Gives out an uploaded file to whom may read a record that shows it; to nobody else it does not exist. */
export async function sendFile(
  ctx: Context,
  actor: Actor,
  fileId: string,
  thumbnail: boolean,
): Promise<void> {
  const rows = await reader().all(
    `SELECT f.url, f.mime, f.name, f.formats, l.related_id, l.related_type, l.field
     FROM files f JOIN files_related_mph l ON l.file_id = f.id WHERE f.document_id = ?`,
    [fileId],
  );
  for (const row of rows) {
    const owner = await fileOwner(String(row.related_type), Number(row.related_id), String(row.field));
    if (owner && (await mayRead(actor, owner))) return send(ctx, row, thumbnail);
  }
  const [first] = rows;
  if (first && (await isHeldAgainst(actor, fileId))) return send(ctx, first, thumbnail);
  throw new Refusal(404, 'NOT_FOUND');
}

async function mayRead(actor: Actor, { model, id, field }: FileOwner): Promise<boolean> {
  if (!mayReadField(actor.role, model.resource, field)) return false;
  const [row] = await reader().all(`SELECT document_id FROM ${model.table} WHERE id = ?`, [id]);
  if (!row) return false;
  try {
    await findRecord(model, actor, String(row.document_id), { fields: ['documentId'] });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function send(ctx: Context, row: Record<string, unknown>, thumbnail: boolean): Promise<void> {
  const small = thumbnail ? thumbnailOf(row.formats) : null;
  const file = storedFile(readEnvironment().dataDir, small ?? String(row.url));
  const { size } = await stat(file).catch(() => {
    throw new Refusal(404, 'NOT_FOUND');
  });
  ctx.set('Cache-Control', 'private, max-age=600');
  ctx.set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(String(row.name))}`);
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.type = String(row.mime);
  ctx.length = size;
  ctx.body = createReadStream(file);
}
