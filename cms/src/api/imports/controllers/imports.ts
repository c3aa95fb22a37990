import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { Refusal } from '../../../guard/errors';
import { actorOf } from '../../../guard/handlers';
import { cancelImport, commitImport, requireJob, startImport } from '../../../workbook/job';
import { takeAccounts } from '../../../workbook/job-files';
import { refusedRows, rowsPage, wantedOf } from '../../../workbook/job-rows';
import { refusedWorkbook } from '../../../workbook/refused';
import { importTemplate } from '../../../workbook/template';
import { sendWorkbook, uploadedWorkbook } from '../../../workbook/upload';
import { venueKinds } from '../../../workbook/venue-kinds';

const idOf = (ctx: Context) => String(ctx.params.id);

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async template(ctx: Context) {
    sendWorkbook(ctx, '结对数据导入模板.xlsx', await importTemplate(await venueKinds()));
  },

  async upload(ctx: Context) {
    ctx.body = { data: await startImport(strapi, actorOf(ctx).id, uploadedWorkbook(ctx)) };
    ctx.status = 202;
  },

  async show(ctx: Context) {
    ctx.body = { data: await requireJob(strapi, idOf(ctx)) };
  },

  async rows(ctx: Context) {
    ctx.body = await rowsPage(await requireJob(strapi, idOf(ctx)), wantedOf(ctx.query));
  },

  async commit(ctx: Context) {
    const body = (ctx.request as { body?: { data?: { withoutWrong?: unknown } } }).body;
    const withoutWrong = body?.data?.withoutWrong === true;
    ctx.body = { data: await commitImport(strapi, actorOf(ctx), idOf(ctx), withoutWrong) };
  },

  async cancel(ctx: Context) {
    ctx.body = { data: await cancelImport(strapi, idOf(ctx)) };
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
