import { type Actor, mayWriteField } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import { isEditable, machineOf } from '@jiedui/shared/workflow';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Context } from 'koa';
import { Refusal } from '../guard/errors';
import type { Model } from '../read/model';
import { loadForWrite, transact } from '../write/actions';
import { type Note, updateRecord } from '../write/store';
import { fileKind } from './file-kind';
import { LINKS, linkedFiles, removeStored } from './links';

type Write = { strapi: Core.Strapi; actor: Actor; model: Model };
type Uploaded = { id: number; documentId: string; name: string; hash: string };
type UploadService = {
  upload(input: { data: object; files: unknown[] }): Promise<Uploaded[]>;
  remove(file: object): Promise<void>;
};

type SentFile = { filepath: string; mimetype?: string };

const MOST_FILES = 20;

const uploads = (strapi: Core.Strapi) =>
  strapi.plugin('upload').service('upload') as unknown as UploadService;

/** Adds uploaded files to a media field of a record that the actor may edit. */
export async function addFiles(
  { strapi, actor, model }: Write,
  documentId: string,
  rev: number,
  field: string,
  ctx: Context,
): Promise<void> {
  requireMediaField(model, actor, field);
  const single = isSingle(strapi, model, field);
  const files = await filesOf(ctx, field, single ? 1 : MOST_FILES);
  // Refused before anything is stored: an upload without a right to it leaves no file behind.
  await transact(strapi, model, (trx) => editable(trx, model, actor, documentId, rev));
  const uploaded = await uploads(strapi).upload({ data: {}, files });
  let replaced: string[] = [];
  try {
    await transact(strapi, model, async (trx) => {
      const { row, stored } = await editable(trx, model, actor, documentId, rev);
      const before = await linkedFiles(trx, model, stored.id, field);
      replaced = single ? before : [];
      if (single) await unlink(trx, model, stored.id, field);
      await trx(LINKS).insert(
        uploaded.map((file, index) => ({
          file_id: file.id,
          related_id: stored.id,
          related_type: model.uid,
          field,
          order: before.length + index + 1,
        })),
      );
      const after = [...(single ? [] : before), ...uploaded.map((file) => file.documentId)];
      const note: Note = { actor, action: 'update', changes: { [field]: [before, after] } };
      await updateRecord(trx, model, stored, row, { values: {} }, note);
    });
  } catch (error) {
    for (const file of uploaded) await uploads(strapi).remove(file);
    throw error;
  }
  for (const file of replaced) await removeStored(strapi, file);
}

/** A field for one file: a new one takes the old one's place. */
function isSingle(strapi: Core.Strapi, model: Model, field: string): boolean {
  const { attributes } = strapi.contentTypes[model.uid as never] as {
    attributes: Record<string, { multiple?: boolean }>;
  };
  return attributes[field]?.multiple !== true;
}

async function unlink(trx: Knex.Transaction, model: Model, id: number, field: string): Promise<void> {
  await trx(LINKS).where({ related_id: id, related_type: model.uid, field }).delete();
}

/** Takes a file away from a record; the file itself goes too. */
export async function removeFile(
  { strapi, actor, model }: Write,
  documentId: string,
  rev: number,
  field: string,
  fileId: string,
): Promise<void> {
  requireMediaField(model, actor, field);
  await transact(strapi, model, async (trx) => {
    const { row, stored } = await editable(trx, model, actor, documentId, rev);
    const before = await linkedFiles(trx, model, stored.id, field);
    if (!before.includes(fileId)) throw new Refusal(404, 'NOT_FOUND');
    const file = await trx('files').where({ document_id: fileId }).first();
    await trx(LINKS)
      .where({ file_id: file.id, related_id: stored.id, related_type: model.uid, field })
      .delete();
    const after = before.filter((id) => id !== fileId);
    const note: Note = { actor, action: 'update', changes: { [field]: [before, after] } };
    await updateRecord(trx, model, stored, row, { values: {} }, note);
  });
  await removeStored(strapi, fileId);
}

function requireMediaField(model: Model, actor: Actor, field: string): void {
  if (!model.media.has(field)) throw new Refusal(404, 'NOT_FOUND');
  if (!mayWriteField(actor.role, model.resource, field)) throw new Refusal(403, 'NOT_ALLOWED');
}

async function editable(trx: Knex.Transaction, model: Model, actor: Actor, documentId: string, rev: number) {
  const found = await loadForWrite(trx, model, actor, 'update', documentId, rev);
  if (!isEditable(machineOf(model.resource), found.stored.values.state))
    throw new Refusal(409, 'STATE_LOCKED');
  return found;
}

async function filesOf(ctx: Context, field: string, most: number): Promise<unknown[]> {
  const sent = (ctx.request as { files?: Record<string, unknown> }).files?.files;
  const files = (Array.isArray(sent) ? sent : [sent]).filter(Boolean) as SentFile[];
  if (files.length === 0) throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError([field], 'REQUIRED')] });
  const kinds = await Promise.all(files.map(({ filepath }) => fileKind(filepath)));
  const wrong = files.length > most || kinds.some((kind, at) => !kind || kind !== files[at]?.mimetype);
  if (wrong) {
    const message = {
      zh: `只能上传 JPG、PNG、WebP 图片或 PDF,一次最多 ${most} 个。`,
      en: `Pictures (JPG, PNG, WebP) or PDF, at most ${most} at once.`,
    };
    throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError([field], 'WRONG_TYPE', message)] });
  }
  return files;
}
