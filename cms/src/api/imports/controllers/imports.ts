import { hasDuty } from '@jiedui/shared/access';
import { ERROR_TEXT } from '@jiedui/shared/text';
import { SHEETS } from '@jiedui/shared/workbook';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { localeOf, Refusal } from '../../../guard/errors';
import { actorOf } from '../../../guard/handlers';
import {
  cancelImport,
  checkAgain,
  commitImport,
  latestImports,
  requireJob,
  startImport,
  undoJob,
} from '../../../workbook/job';
import { takeAccounts } from '../../../workbook/job-files';
import { refusedRows, rowsPage, wantedOf } from '../../../workbook/job-rows';
import type { ImportJob } from '../../../workbook/job-store';
import { importedType, importKey, type RecordImport, templateSheet } from '../../../workbook/record-import';
import { refusedWorkbook } from '../../../workbook/refused';
import { importTemplate, recordTemplate } from '../../../workbook/template';
import { sendWorkbook, uploadedWorkbook } from '../../../workbook/upload';
import { venueKinds } from '../../../workbook/venue-kinds';

const idOf = (ctx: Context) => String(ctx.params.id);

/** A job with the words of its error in the caller's language. */
function shown(ctx: Context, job: ImportJob) {
  const locale = localeOf(ctx.request.header['accept-language']);
  return { ...job, error: job.error && { ...job.error, message: ERROR_TEXT[job.error.code][locale] } };
}

/** The one type that a request is about; null for the programme's workbook, which is the office's. */
function askedType(ctx: Context): RecordImport | null {
  const { type: resource, key } = ctx.query;
  if (resource !== undefined) {
    const type = importedType(actorOf(ctx), resource);
    return { resource: type.resource, key: importKey(type, key) };
  }
  if (!hasDuty(actorOf(ctx).role, 'importWorkbook')) throw new Refusal(403, 'NOT_ALLOWED');
  return null;
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async template(ctx: Context) {
    const asked = askedType(ctx);
    if (!asked) {
      sendWorkbook(ctx, '结对数据导入模板.xlsx', await importTemplate(await venueKinds()));
      return;
    }
    const type = importedType(actorOf(ctx), asked.resource);
    sendWorkbook(ctx, `${type.label.zh}导入模板.xlsx`, await recordTemplate(await templateSheet(type)));
  },

  async upload(ctx: Context) {
    const job = await startImport(strapi, actorOf(ctx), uploadedWorkbook(ctx), askedType(ctx));
    // Who went away before this answer knows of no job: none may stay behind.
    ctx.res.once('close', () => {
      if (!ctx.res.writableFinished) cancelImport(strapi, actorOf(ctx), job.id).catch(() => undefined);
    });
    ctx.body = { data: shown(ctx, job) };
    ctx.status = 202;
  },

  async latest(ctx: Context) {
    ctx.body = { data: (await latestImports(strapi, actorOf(ctx))).map((job) => shown(ctx, job)) };
  },

  async again(ctx: Context) {
    ctx.body = { data: shown(ctx, await checkAgain(strapi, actorOf(ctx), idOf(ctx))) };
    ctx.status = 202;
  },

  async show(ctx: Context) {
    ctx.body = { data: shown(ctx, await requireJob(strapi, actorOf(ctx), idOf(ctx))) };
  },

  async rows(ctx: Context) {
    ctx.body = await rowsPage(await requireJob(strapi, actorOf(ctx), idOf(ctx)), wantedOf(ctx.query));
  },

  async commit(ctx: Context) {
    const body = (ctx.request as { body?: { data?: { withoutWrong?: unknown } } }).body;
    const withoutWrong = body?.data?.withoutWrong === true;
    ctx.body = { data: shown(ctx, await commitImport(strapi, actorOf(ctx), idOf(ctx), withoutWrong)) };
  },

  async cancel(ctx: Context) {
    ctx.body = { data: shown(ctx, await cancelImport(strapi, actorOf(ctx), idOf(ctx))) };
  },

  async undo(ctx: Context) {
    ctx.body = { data: shown(ctx, await undoJob(strapi, actorOf(ctx), idOf(ctx))) };
  },

  async refused(ctx: Context) {
    const job = await requireJob(strapi, actorOf(ctx), idOf(ctx));
    const rows = await refusedRows(job);
    const sheets = job.resource ? [await templateSheet(importedType(actorOf(ctx), job.resource))] : SHEETS;
    sendWorkbook(ctx, '退回的行.xlsx', await refusedWorkbook(rows, sheets, await venueKinds()));
  },

  async accounts(ctx: Context) {
    const accounts = await takeAccounts((await requireJob(strapi, actorOf(ctx), idOf(ctx))).id);
    if (!accounts) throw new Refusal(404, 'NOT_FOUND');
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: accounts };
  },
});
