import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { clashesOf } from '../../../calendar/clashes';
import { feedsOf, revoke, subscribe } from '../../../calendar/feeds';
import { sendFeed } from '../../../calendar/send-feed';
import { activitiesWithin } from '../../../calendar/window';
import { actorOf, dataOf } from '../../../guard/handlers';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async show(ctx: Context) {
    ctx.body = await activitiesWithin(actorOf(ctx), ctx.query);
  },
  async clashes(ctx: Context) {
    ctx.body = { data: await clashesOf(actorOf(ctx), ctx.query), meta: {} };
  },
  async feeds(ctx: Context) {
    ctx.body = { data: await feedsOf(actorOf(ctx)), meta: {} };
  },
  async subscribe(ctx: Context) {
    ctx.body = { data: await subscribe(strapi, actorOf(ctx), dataOf(ctx)), meta: {} };
    ctx.status = 201;
  },
  async revoke(ctx: Context) {
    await revoke(strapi, actorOf(ctx), Number(ctx.params.id));
    ctx.status = 204;
  },
  async feed(ctx: Context) {
    await sendFeed(strapi, ctx, String(ctx.params.token));
  },
});
