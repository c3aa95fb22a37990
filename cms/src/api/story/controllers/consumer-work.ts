import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { actorOf, dataOf } from '../../../guard/handlers';
import { endToken, makeToken, tokensOf } from '../../../story/consumers/tokens';
import { standings, usageOf } from '../../../story/consumers/usage-view';

const idOf = (ctx: Context): string => String(ctx.params.id);

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async standings(ctx: Context) {
    ctx.body = { data: await standings(actorOf(ctx)), meta: {} };
  },
  async usage(ctx: Context) {
    ctx.body = { data: await usageOf(actorOf(ctx), idOf(ctx)), meta: {} };
  },
  async tokens(ctx: Context) {
    ctx.body = { data: await tokensOf(actorOf(ctx), idOf(ctx)), meta: {} };
  },
  async makeToken(ctx: Context) {
    ctx.body = { data: await makeToken(strapi, actorOf(ctx), idOf(ctx), dataOf(ctx)), meta: {} };
    ctx.status = 201;
    // What is shown only once is kept by nobody on its way.
    ctx.set('Cache-Control', 'no-store');
  },
  async endToken(ctx: Context) {
    await endToken(strapi, actorOf(ctx), idOf(ctx), Number(ctx.params.token));
    ctx.status = 204;
  },
});
