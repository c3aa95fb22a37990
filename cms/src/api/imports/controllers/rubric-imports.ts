import { fieldError } from '@jiedui/shared/model';
import { readRubric, rubricFromSheets, sheetsIntoDraft } from '@jiedui/shared/rubric';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { Refusal } from '../../../guard/errors';
import { actorOf, revOf } from '../../../guard/handlers';
import { findRecord } from '../../../read/list';
import { modelOf } from '../../../read/model';
import { UnreadableWorkbook } from '../../../workbook/limits';
import { readWorkbook } from '../../../workbook/read';
import { rubricTemplate, rubricWorkbook } from '../../../workbook/rubric-workbook';
import { sendWorkbook, uploadedWorkbook } from '../../../workbook/upload';
import { changeRecord, createRecord } from '../../../write/actions';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async template(ctx: Context) {
    sendWorkbook(ctx, '测评体系模板.xlsx', await rubricTemplate());
  },

  async upload(ctx: Context) {
    const name = nameOf(ctx);
    const read = rubricFromSheets(await sheetsOf(uploadedWorkbook(ctx).path), { name });
    if ('errors' in read) throw new Refusal(422, 'RUBRIC_WORKBOOK_WRONG', { errors: read.errors });
    const version = await nextVersion(strapi, name);
    const model = modelOf('rubric');
    const stored = await createRecord(
      { strapi, actor: actorOf(ctx), model },
      { name, version, definition: read.rubric },
    );
    ctx.status = 201;
    ctx.body = { data: { documentId: stored.documentId, name, version, notes: read.notes } };
  },

  async replace(ctx: Context) {
    const id = String(ctx.params.id);
    const rev = revOf(ctx);
    const actor = actorOf(ctx);
    const model = modelOf('rubric');
    const { name, definition } = await findRecord(model, actor, id, { fields: ['name', 'definition'] });
    const read = sheetsIntoDraft(await sheetsOf(uploadedWorkbook(ctx).path), String(name), definition);
    if ('errors' in read) throw new Refusal(422, 'RUBRIC_WORKBOOK_WRONG', { errors: read.errors });
    const stored = await changeRecord({ strapi, actor, model }, id, rev, { definition: read.definition });
    ctx.body = { data: { documentId: stored.documentId, notes: read.notes } };
  },

  async export(ctx: Context) {
    const id = String(ctx.params.id);
    const { name, version, definition } = await findRecord(modelOf('rubric'), actorOf(ctx), id, {
      fields: ['name', 'version', 'definition'],
    });
    const read = readRubric(definition);
    if ('findings' in read) throw new Refusal(422, 'RUBRIC_INCOMPLETE');
    sendWorkbook(ctx, `${String(name)} v${String(version)}.xlsx`, await rubricWorkbook(read.rubric));
  },
});

function nameOf(ctx: Context): string {
  const body = (ctx.request as { body?: { name?: unknown } }).body;
  const name = typeof body?.name === 'string' ? body.name.trim() : '';
  if (name === '') throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError(['name'], 'REQUIRED')] });
  return name;
}

async function sheetsOf(path: string) {
  try {
    return await readWorkbook(path);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw new Refusal(422, error.code);
    throw error;
  }
}

/** A rubric of a name that exists becomes its next version. */
async function nextVersion(strapi: Core.Strapi, name: string): Promise<number> {
  const row = await strapi.db
    .connection(modelOf('rubric').table)
    .where({ name })
    .max('version as last')
    .first();
  return Number(row?.last ?? 0) + 1;
}
