import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { actorOf, dataOf } from '../../../guard/handlers';
import { activityHours } from '../../../hours/activity-hours';
import { adoptTheirs } from '../../../hours/adopt';
import { registrationCoverage } from '../../../hours/coverage';
import { hoursDifferences } from '../../../hours/differences';
import { enterAttendance } from '../../../hours/enter-attendance';
import { scanHours } from '../../../hours/integrity/scan';
import { resolvePeople } from '../../../hours/resolve-people';

const idOf = (ctx: Context) => String(ctx.params.id);

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async coverage(ctx: Context) {
    ctx.body = { data: await registrationCoverage(actorOf(ctx)), meta: {} };
  },
  async differences(ctx: Context) {
    ctx.body = await hoursDifferences(actorOf(ctx), ctx.query);
  },
  async check(ctx: Context) {
    ctx.body = { data: await scanHours(strapi, actorOf(ctx)), meta: {} };
  },
  async activity(ctx: Context) {
    ctx.body = { data: await activityHours(actorOf(ctx), idOf(ctx)), meta: {} };
  },
  async people(ctx: Context) {
    ctx.body = { data: await resolvePeople(actorOf(ctx), idOf(ctx), dataOf(ctx).text), meta: {} };
  },
  async enter(ctx: Context) {
    ctx.body = { data: await enterAttendance(strapi, actorOf(ctx), idOf(ctx), dataOf(ctx)), meta: {} };
    ctx.status = 201;
  },
  async adopt(ctx: Context) {
    ctx.body = { data: await adoptTheirs(strapi, actorOf(ctx), idOf(ctx)), meta: {} };
  },
});
