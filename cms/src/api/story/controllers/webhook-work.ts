import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { Refusal } from '../../../guard/errors';
import { actorOf, dataOf } from '../../../guard/handlers';
import { listDeliveries } from '../../../story/webhooks/log';
import { ping } from '../../../story/webhooks/ping';
import { replay, replayDelivery } from '../../../story/webhooks/replay';
import { rotateSecret } from '../../../story/webhooks/rotate';
import { standingsOf } from '../../../story/webhooks/standings';

const idOf = (ctx: Context) => String(ctx.params.id);

function deliveryOf(ctx: Context): number {
  const text = String(ctx.params.delivery);
  if (!/^\d{1,9}$/.test(text)) throw new Refusal(404, 'NOT_FOUND');
  return Number(text);
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async standings(ctx: Context) {
    ctx.body = { data: await standingsOf(actorOf(ctx)), meta: {} };
  },

  async standing(ctx: Context) {
    const [data] = await standingsOf(actorOf(ctx), idOf(ctx));
    if (!data) throw new Refusal(404, 'NOT_FOUND');
    ctx.body = { data, meta: {} };
  },

  async deliveries(ctx: Context) {
    ctx.body = await listDeliveries(strapi.db.connection, actorOf(ctx), idOf(ctx), ctx.query);
  },

  async replayDelivery(ctx: Context) {
    ctx.body = { data: await replayDelivery(strapi, actorOf(ctx), idOf(ctx), deliveryOf(ctx)), meta: {} };
    ctx.status = 202;
  },

  async replay(ctx: Context) {
    ctx.body = { data: await replay(strapi, actorOf(ctx), idOf(ctx), dataOf(ctx)), meta: {} };
    ctx.status = 202;
  },

  async test(ctx: Context) {
    ctx.body = { data: await ping(strapi, actorOf(ctx), idOf(ctx)), meta: {} };
  },

  async secret(ctx: Context) {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: await rotateSecret(strapi, actorOf(ctx), idOf(ctx)), meta: {} };
    ctx.status = 201;
  },
});
