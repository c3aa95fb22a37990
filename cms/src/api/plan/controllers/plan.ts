import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { actorOf, dataOf } from '../../../guard/handlers';
import { planCoverage } from '../../../plan/coverage';
import { liaisonWeek } from '../../../plan/liaison';
import { scheduleBatch } from '../../../plan/schedule-batch';
import { planStandings } from '../../../plan/standing';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async standing(ctx: Context) {
    ctx.body = { data: await planStandings(actorOf(ctx), ctx.query), meta: {} };
  },
  async coverage(ctx: Context) {
    ctx.body = await planCoverage(actorOf(ctx), ctx.query);
  },
  async liaison(ctx: Context) {
    ctx.body = await liaisonWeek(actorOf(ctx), ctx.query);
  },
  async scheduleBatch(ctx: Context) {
    ctx.body = { data: await scheduleBatch(strapi, actorOf(ctx), dataOf(ctx)), meta: {} };
    ctx.status = 201;
  },
});
