import { type Actor, mayWriteField } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import { isEditable, machineOf } from '@jiedui/shared/workflow';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Context } from 'koa';
import { readEnvironment } from '../environment';
import { Refusal } from '../guard/errors';
import { comparePhotos, isCompared } from '../photos/flag';
import { type Look, lookAt } from '../photos/grey';
import { forgetPrints } from '../photos/prints';
import type { Model } from '../read/model';
import { loadForWrite, transact, transactOnce, type Write } from '../write/actions';
import { hooksOf } from '../write/hooks';
import { type Note, updateRecord } from '../write/store';
import { requireOpenWhole } from '../write/whole';
import { cleanPicture } from './clean-picture';
import { fileKind } from './file-kind';
import { fileNameProblem } from './file-name';
import { type FileRow, type LoggedFile, printOfFile } from './fingerprint';
import { LINKS, linkedFiles, removeStored } from './links';
import { type FilePlace, filePlace, topField } from './place';

type Uploaded = FileRow & { id: number; documentId: string; name: string };
type UploadService = {
  upload(input: { data: object; files: unknown[] }): Promise<Uploaded[]>;
  remove(file: object): Promise<void>;
};

type SentFile = { filepath: string; originalFilename?: string | null; mimetype?: string; size?: number };

const MOST_FILES = 20;

const uploads = (strapi: Core.Strapi) =>
  strapi.plugin('upload').service('upload') as unknown as UploadService;

/** Adds uploaded files to a media field of a record that the actor may edit. */
export async function addFiles(
  { strapi, actor, model, once }: Write,
  documentId: string,
  rev: number,
  field: string,
  ctx: Context,
): Promise<void> {
  requireMediaField(model, actor, field);
  // Refused before anything is stored: an upload without a right to it leaves no file behind.
  const { single } = await transact(strapi, model, async (trx) => {
    const { stored } = await editable(trx, { model, actor }, documentId, rev, field);
    return requirePlace(trx, model, stored.id, field);
  });
  const files = await filesOf(ctx, field, single ? 1 : MOST_FILES);
  const looks = isCompared(model, field) ? await looksOf(files) : null;
  const uploaded = await uploads(strapi).upload({ data: {}, files });
  let replaced: LoggedFile[] = [];
  try {
    const added = await printed(uploaded);
    await transactOnce({ strapi, model, once }, async (trx) => {
      const { row, stored } = await editable(trx, { model, actor }, documentId, rev, field);
      const place = await requirePlace(trx, model, stored.id, field);
      const before = await linkedFiles(trx, place);
      replaced = single ? before : [];
      if (single) await trx(LINKS).where(linksOf(place)).delete();
      await trx(LINKS).insert(
        uploaded.map((file, index) => ({
          file_id: file.id,
          ...linksOf(place),
          order: before.length + index + 1,
        })),
      );
      if (looks) {
        const photos = uploaded.map(({ id, documentId }, at) => ({
          id,
          documentId,
          look: looks[at] ?? null,
        }));
        await comparePhotos(trx, stored.id, photos);
      }
      const after = [...(single ? [] : before), ...added];
      const note: Note = { actor, action: 'update', changes: { [field]: [before, after] } };
      await updateRecord(trx, model, stored, row, { values: {} }, note);
    });
  } catch (error) {
    for (const file of uploaded) await uploads(strapi).remove(file);
    throw error;
  }
  for (const { file } of replaced) await removeStored(strapi, file);
}

/** What the log keeps of new files: by this the check tells later whether they are still the same. */
async function printed(uploaded: readonly Uploaded[]): Promise<LoggedFile[]> {
  const { dataDir } = readEnvironment();
  const files: LoggedFile[] = [];
  for (const row of uploaded)
    files.push({ file: row.documentId, name: row.name, print: await printOfFile(dataDir, row) });
  return files;
}

const linksOf = ({ uid, id, field }: FilePlace) => ({ related_id: id, related_type: uid, field });

/** A field for one file: a new one takes the old one's place. */
async function requirePlace(
  trx: Knex.Transaction,
  model: Model,
  id: number,
  path: string,
): Promise<FilePlace> {
  const place = await filePlace(trx, model, id, path);
  if (!place) throw new Refusal(404, 'NOT_FOUND');
  return place;
}

/** Takes a file away from a record; the file itself goes too. */
export async function removeFile(
  { strapi, actor, model, once }: Write,
  documentId: string,
  rev: number,
  field: string,
  fileId: string,
): Promise<void> {
  requireMediaField(model, actor, field);
  await transactOnce({ strapi, model, once }, async (trx) => {
    const { row, stored } = await editable(trx, { model, actor }, documentId, rev, field);
    const place = await requirePlace(trx, model, stored.id, field);
    const before = await linkedFiles(trx, place);
    if (!before.some(({ file }) => file === fileId)) throw new Refusal(404, 'NOT_FOUND');
    await forgetPrints(trx, [fileId]);
    const file = await trx('files').where({ document_id: fileId }).first();
    await trx(LINKS)
      .where({ file_id: file.id, ...linksOf(place) })
      .delete();
    const after = before.filter(({ file }) => file !== fileId);
    const note: Note = { actor, action: 'update', changes: { [field]: [before, after] } };
    await updateRecord(trx, model, stored, row, { values: {} }, note);
  });
  await removeStored(strapi, fileId);
}

/** The field may be that of a component: then the right to the component decides. */
function requireMediaField(model: Model, actor: Actor, path: string): void {
  const field = topField(path);
  if (!model.media.has(path) && !model.parts.has(field)) throw new Refusal(404, 'NOT_FOUND');
  if (!mayWriteField(actor.role, model.resource, field)) throw new Refusal(403, 'NOT_ALLOWED');
}

async function editable(
  trx: Knex.Transaction,
  { model, actor }: Pick<Write, 'model' | 'actor'>,
  documentId: string,
  rev: number,
  field: string,
) {
  const found = await loadForWrite(trx, model, actor, 'update', documentId, rev);
  const { id, values } = found.stored;
  if (!isEditable(machineOf(model.resource), values.state, actor.role))
    throw new Refusal(409, 'STATE_LOCKED');
  await requireOpenWhole(trx, model, values, [topField(field)], actor.role);
  await hooksOf(model.resource).admit?.(trx, values, id);
  return found;
}

async function filesOf(ctx: Context, field: string, most: number): Promise<SentFile[]> {
  const sent = (ctx.request as { files?: Record<string, unknown> }).files?.files;
  const files = (Array.isArray(sent) ? sent : [sent]).filter(Boolean) as SentFile[];
  if (files.length === 0) throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError([field], 'REQUIRED')] });
  for (const { originalFilename } of files) {
    const wrong = fileNameProblem(originalFilename ?? '');
    if (wrong)
      throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError([field], wrong.code, wrong.message)] });
  }
  const kinds = await Promise.all(files.map(({ filepath }) => fileKind(filepath)));
  const wrong = files.length > most || kinds.some((kind, at) => !kind || kind !== files[at]?.mimetype);
  if (wrong) {
    const message = {
      zh: `只能上传 JPG、PNG、WebP 图片或 PDF,一次最多 ${most} 个。`,
      en: `Pictures (JPG, PNG, WebP) or PDF, at most ${most} at once.`,
    };
    throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError([field], 'WRONG_TYPE', message)] });
  }
  // One after the other: a picture unfolds to many times its size in memory.
  for (const file of files) if (file.mimetype?.startsWith('image/')) await clean(file, field);
  return files;
}

/** One after the other, like the cleaning. */
async function looksOf(files: readonly SentFile[]): Promise<(Look | null)[]> {
  const looks: (Look | null)[] = [];
  for (const { filepath } of files) looks.push(await lookAt(filepath));
  return looks;
}

async function clean(file: SentFile, field: string): Promise<void> {
  const size = await cleanPicture(file.filepath);
  if (size === null) {
    const message = {
      zh: '这张图片打不开,可能没有传完整或尺寸过大,请重新选择。',
      en: 'This picture cannot be opened: it may be incomplete or too large. Please choose it again.',
    };
    throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError([field], 'WRONG_TYPE', message)] });
  }
  file.size = size;
}
