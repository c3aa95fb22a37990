import { ERROR_TEXT } from '@jiedui/shared/text';
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
} from '../../../workbook/job';
import { takeAccounts } from '../../../workbook/job-files';
import { refusedRows, rowsPage, wantedOf } from '../../../workbook/job-rows';
import type { ImportJob } from '../../../workbook/job-store';
import { refusedWorkbook } from '../../../workbook/refused';
import { importTemplate } from '../../../workbook/template';
import { sendWorkbook, uploadedWorkbook } from '../../../workbook/upload';
import { venueKinds } from '../../../workbook/venue-kinds';

const idOf = (ctx: Context) => String(ctx.params.id);

/** A job with the words of its error in the caller's language. */
function shown(ctx: Context, job: ImportJob) {
  const locale = localeOf(ctx.request.header['accept-language']);
  return { ...job, error: job.error && { ...job.error, message: ERROR_TEXT[job.error.code][locale] } };
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async template(ctx: Context) {
    sendWorkbook(ctx, '结对数据导入模板.xlsx', await importTemplate(await venueKinds()));
  },

  async upload(ctx: Context) {
    const job = await startImport(strapi, actorOf(ctx).id, uploadedWorkbook(ctx));
    // Who went away before this answer knows of no job: none may stay behind.
    ctx.res.once('close', () => {
      if (!ctx.res.writableFinished) cancelImport(strapi, job.id).catch(() => undefined);
    });
    ctx.body = { data: shown(ctx, job) };
    ctx.status = 202;
  },

  async latest(ctx: Context) {
    ctx.body = { data: (await latestImports(strapi)).map((job) => shown(ctx, job)) };
  },

  async again(ctx: Context) {
    ctx.body = { data: shown(ctx, await checkAgain(strapi, actorOf(ctx).id, idOf(ctx))) };
    ctx.status = 202;
  },

  async show(ctx: Context) {
    ctx.body = { data: shown(ctx, await requireJob(strapi, idOf(ctx))) };
  },

  async rows(ctx: Context) {
    ctx.body = await rowsPage(await requireJob(strapi, idOf(ctx)), wantedOf(ctx.query));
  },

  async commit(ctx: Context) {
    const body = (ctx.request as { body?: { data?: { withoutWrong?: unknown } } }).body;
    const withoutWrong = body?.data?.withoutWrong === true;
    ctx.body = { data: shown(ctx, await commitImport(strapi, actorOf(ctx), idOf(ctx), withoutWrong)) };
  },

  async cancel(ctx: Context) {
    ctx.body = { data: shown(ctx, await cancelImport(strapi, idOf(ctx))) };
  },

  async refused(ctx: Context) {
    const rows = await refusedRows(await requireJob(strapi, idOf(ctx)));
    sendWorkbook(ctx, '退回的行.xlsx', await refusedWorkbook(rows, await venueKinds()));
  },

  async accounts(ctx: Context) {
    const accounts = await takeAccounts((await requireJob(strapi, idOf(ctx))).id);
    if (!accounts) throw new Refusal(404, 'NOT_FOUND');
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: accounts };
  },
});
